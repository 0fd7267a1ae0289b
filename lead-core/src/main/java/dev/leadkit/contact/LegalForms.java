package dev.leadkit.contact;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The legal forms that do not tell two companies apart: {@code ACME GmbH & Co. KG} and {@code Acme} may be one. Forms are
 * compared as names are, without case, accents, dots and spaces, so {@code g.m.b.h.} is {@code GmbH}. They are dropped from
 * keys only, never from a company's name. Immutable and thread-safe.
 */
public final class LegalForms {

    /** Behind the name, in one piece or several. {@code &} is {@code and} already. */
    private static final String LAST = """
            Ltd, Limited, LLC, Limited Liability Company, LLP, Limited Liability Partnership, LP, Limited Partnership, LLLP
            PLLC, PC, PLC, Public Limited Company, Inc, Incorporated, Incorporation, Corp, Corporation, Co, Company, Pty
            Pvt, Pte, Private, Proprietary, CIC, DAC, CLG, ULC, Unlimited, Ultd, Ltee, Limitee, ILP, Sdn, Bhd, Berhad, Tbk
            JSC, OJSC, CJSC, PJSC, Joint Stock Company, Public Joint Stock Company, FZE, FZCO, FZ LLC, FZC, DMCC, WLL, BSC
            SAOG, SAOC, QSC, PSC, EEIG, SCE, SE, Societas Europaea, National Association, GP, JSCB, and Co, and Company
            and Sons, and Partners, GmbH, mbH, gGmbH, Gesellschaft mit beschränkter Haftung, AG, gAG, Aktiengesellschaft, KG
            Kommanditgesellschaft, KGaA, Kommanditgesellschaft auf Aktien, OHG, Offene Handelsgesellschaft, UG, gUG
            UG haftungsbeschränkt, Unternehmergesellschaft, haftungsbeschränkt, e.K., e.Kfm., e.Kfr., e.V., eingetragener
            Verein, eG, eingetragene Genossenschaft, eGbR, GbR, PartG, PartG mbB, mbB, KöR, KdöR, AöR, VVaG, OG, e.U., GesmbH
            Ges.m.b.H., und Co, u. Co, EWIV, Stiftung and Co, keG, OEG, Sàrl, Sagl
            SA, S.A., SARL, SAS, SASU, SASP, SNC, SCS, SCA, SCI, SCOP, EURL, SUARL, SICAV, SICAF, EIRL, GIE, ASBL, AISBL, Société Anonyme
            Société à responsabilité limitée, Société par actions simplifiée, et Cie, and Cie, Cie
            SpA, Srl, Srls, Sapa, Sas, Snc, Scarl, Scra, Scrl, Società per azioni, Società a responsabilità limitata, Soc. Coop.
            SL, SLU, SLL, SLP, SLNE, SAU, SAD, S. Coop., SCoop, Sociedad Anónima, Sociedad Limitada, Sociedad de
            Responsabilidad Limitada, SA de CV, SAB de CV, SAPI de CV, S de RL de CV, S de RL, SRL de CV, SC, SAC, SAA, SAIC
            SACI, SACIF, SACIFI, SACIFIA, SCpA, SCC, SGR, CA, C.por A., Cia, Cía Ltda, y Cía, EP, CxA
            S. en C., Ltda, Lda, Limitada, EPP, MEI, EIRELI, S/A, Sociedade Anónima, Sociedade Limitada, SGPS, Unipessoal Lda
            BV, NV, VOF, CV, CVA, CVBA, CVOA, BVBA, SPRL, VZW, Besloten Vennootschap, Naamloze Vennootschap, UA, Coöperatief UA
            AB, Abp, Aktiebolag, HB, KB, AB publ, publ, Oy, Oyj, Ky, Ay, Tmi, Osakeyhtiö, Ab Oy, AS, ASA, ANS, NUF, KS
            Aksjeselskap, ApS, IVS, AMBA, FMBA, A/S, I/S, K/S, P/S, Aktieselskab, Anpartsselskab, hf, ehf, slf, sf, ohf, SUS
            ry, OÜ, TÜ, MTÜ, FIE, Osaühing, Aktsiaselts, SIA, IK, UAB, MB, IĮ, VšĮ, AB
            Sp. z o.o., Sp. z o.o. Sp. k., Sp. k., Sp. j., Sp. p., S.K.A., P.S.A., Spółka Akcyjna, Spółka z ograniczoną
            odpowiedzialnością, s.r.o., spol. s r.o., a.s., v.o.s., k.s., z.s., z.ú., o.p.s., akciová společnost, Kft, Zrt
            Nyrt, Bt, Kkt, Rt, Ev, d.o.o., j.d.o.o., d.d., k.d., d.n.o., a.d., s.p., o.d., dooel, PFA, SH.P.K., SH.A.
            SH.K., ЕООД, ООД, ЕАД, АД, ЕТ, КД, СД, ДЗЗД, ДП, АДСИЦ, EOOD, OOD, EAD, ET
            ООО, ОАО, ЗАО, ПАО, АО, НАО, ИП, ТОО, ТОВ, ВАТ, ЗАТ, ПАТ, ПрАТ, АТ, ФОП, ПП, ОДО, ЧУП, УП, ПУП, ІП, ААТ, ТАА, МЧЖ, ХХК, ХК, შპს, სს
            OOO, OAO, ZAO, PAO, AO, TOO, TOV, PrAT, LLP, ΑΕ, ΕΠΕ, ΟΕ, ΕΕ, ΙΚΕ, AE, EPE, OE, EE, IKE
            A.Ş., Ltd. Şti., Şti., San. ve Tic. A.Ş., San. ve Tic. Ltd. Şti., Tic. Ltd. Şti., Tic. A.Ş., Koll. Şti., Kom. Şti., MMC, QSC, ASC
            Co Ltd, Pte Ltd, Pty Ltd, Pvt Ltd, Sdn Bhd, KK, GK, YK, Kabushiki Kaisha, Godo Kaisha, Yugen Kaisha, JSC, TNHH, TNHH
            MTV, CP, PT, Persero, Tbk, PCL
            """;
    /** Before the name. */
    private static final String FIRST = """
            ООО, ОАО, ЗАО, ПАО, АО, НАО, ИП, ТОО, ТОВ, ВАТ, ЗАТ, ПАТ, ПрАТ, АТ, ФОП, ПП, ОДО, ЧУП, УП, ПУП, ІП, ААТ, ТАА, ФГУП, ГУП, МУП, АКБ
            შპს, სს, OOO, OAO, ZAO, PAO, TOV, UAB, SIA, PT, CV, Công ty TNHH, Công ty Cổ phần, Cty TNHH, Cty CP, TNHH, MTV
            """;
    /** In scripts without spaces, before or behind the name. */
    private static final List<String> JOINED = List.of(
            "\u682a\u5f0f\u4f1a\u793e",
            "\u6709\u9650\u4f1a\u793e",
            "\u5408\u540c\u4f1a\u793e",
            "\u5408\u540d\u4f1a\u793e",
            "\u5408\u8cc7\u4f1a\u793e",
            "(\u682a)",
            "(\u6709)",
            "\u80a1\u4efd\u6709\u9650\u516c\u53f8",
            "\u6709\u9650\u8d23\u4efb\u516c\u53f8",
            "\u6709\u9650\u8cac\u4efb\u516c\u53f8",
            "\u6709\u9650\u516c\u53f8",
            "\u516c\u53f8",
            "\uc8fc\uc2dd\ud68c\uc0ac",
            "\uc720\ud55c\ud68c\uc0ac",
            "(\uc8fc)",
            "(\uc720)");
    /** No form is written in more pieces; a longer tail of a name is not looked at. */
    private static final int MOST_WORDS = 8;
    /** The first character of the scripts without spaces, and of wide forms. */
    private static final int FIRST_WIDE = 0x1100;

    private static final String BETWEEN_WORDS = " \t\n\u000B\f\r,/()-";
    private static final LegalForms STANDARD = new LegalForms(letters(LAST), letters(FIRST), JOINED);

    private final Set<String> last;
    private final Set<String> first;
    private final List<String> joined;

    private LegalForms(Set<String> last, Set<String> first, List<String> joined) {
        this.last = Set.copyOf(last);
        this.first = Set.copyOf(first);
        this.joined = List.copyOf(joined);
    }

    /**
     * The forms that are common in the countries of Europe and the Americas and in the larger ones elsewhere.
     *
     * @return a few hundred forms; not all that there are
     */
    public static LegalForms standard() {
        return STANDARD;
    }

    /**
     * No forms at all: a company's key is its whole name then.
     *
     * @return nothing to drop, and the start of a list of one's own
     */
    public static LegalForms none() {
        return new LegalForms(Set.of(), Set.of(), List.of());
    }

    /**
     * These forms and more.
     *
     * @param forms how they are written behind a company's name, in any case, with or without dots
     * @return more forms; these are as they were
     * @throws IllegalArgumentException if one has no letter
     */
    public LegalForms with(String... forms) {
        Set<String> more = new HashSet<>(last);
        for (String form : forms) {
            String letters = Letters.of(spoken(form));
            if (letters.isEmpty()) {
                throw new IllegalArgumentException("legal form must have a letter, was \"" + form + "\"");
            }
            more.add(letters);
        }
        return new LegalForms(more, first, joined);
    }

    private static Set<String> letters(String list) {
        Set<String> letters = new HashSet<>();
        for (String form : list.split("[,\n]", -1)) {
            String key = Letters.of(spoken(form));
            if (!key.isEmpty()) {
                letters.add(key);
            }
        }
        return letters;
    }

    private static String spoken(String name) {
        return name.indexOf('&') < 0 ? name : name.replace("&", " and ");
    }

    /**
     * The letters and digits of a company's name without its legal forms, as they are compared. A name that is nothing but
     * forms is left whole.
     *
     * @param company the name
     * @return lower-case letters and digits without spaces; empty if the name has none
     */
    public String key(String company) {
        List<String> words = words(spoken(joinedDropped(company)));
        int from = 0;
        int to = words.size();
        int left = withoutLast(words, from, to);
        while (left < to) {
            to = left;
            left = withoutLast(words, from, to);
        }
        left = withoutFirst(words, from, to);
        while (left > from) {
            from = left;
            left = withoutFirst(words, from, to);
        }
        return String.join("", words.subList(from, to));
    }

    /** Also puts wide forms of letters and signs in their usual form, so that a wide ampersand is one. */
    private String joinedDropped(String company) {
        if (!hasWide(company)) {
            return company;
        }
        String name = Normalizer.normalize(company, Normalizer.Form.NFKC).strip();
        for (String form : joined) {
            boolean behind = name.endsWith(form);
            if (name.length() > form.length() && (behind || name.startsWith(form))) {
                return behind ? name.substring(0, name.length() - form.length()) : name.substring(form.length());
            }
        }
        return name;
    }

    private static boolean hasWide(String company) {
        for (int i = 0; i < company.length(); i++) {
            if (company.charAt(i) >= FIRST_WIDE) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= name.length(); i++) {
            if (i == name.length() || BETWEEN_WORDS.indexOf(name.charAt(i)) >= 0) {
                String letters = Letters.of(name.substring(from, i));
                if (!letters.isEmpty()) {
                    words.add(letters);
                }
                from = i + 1;
            }
        }
        return words;
    }

    /** Where the name ends without the longest form behind it; one word at least is left. */
    private int withoutLast(List<String> words, int from, int to) {
        int end = to;
        String tail = "";
        for (int start = to - 1; start > from && start >= to - MOST_WORDS; start--) {
            tail = words.get(start).concat(tail);
            end = last.contains(tail) ? start : end;
        }
        return end;
    }

    private int withoutFirst(List<String> words, int from, int to) {
        int start = from;
        String head = "";
        for (int end = from + 1; end < to && end <= from + MOST_WORDS; end++) {
            head = head.concat(words.get(end - 1));
            start = first.contains(head) ? end : start;
        }
        return start;
    }
}
