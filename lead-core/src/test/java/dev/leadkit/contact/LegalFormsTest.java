package dev.leadkit.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LegalFormsTest {

    private static final LegalForms STANDARD = LegalForms.standard();

    @ParameterizedTest
    @DisplayName("is its name's letters without the legal form, however that is written")
    @CsvSource(
            delimiter = ';',
            value = {
                "Acme;acme",
                "ACME GmbH;acme",
                "Acme G.m.b.H.;acme",
                "Acme Gesellschaft mit beschränkter Haftung;acme",
                "Acme GmbH & Co. KG;acme",
                "Acme GmbH und Co. KG;acme",
                "Acme UG (haftungsbeschränkt);acme",
                "Acme Ltd.;acme",
                "Acme Private Limited;acme",
                "Acme Trading Co., Ltd.;acmetrading",
                "Acme, Inc.;acme",
                "Acme L.L.C.;acme",
                "Acme L L C;acme",
                "Acme A/S;acme",
                "Acme S.p.A.;acme",
                "Acme Sp. z o.o.;acme",
                "ACME SP Z OO;acme",
                "Acme Sp. z o.o. Sp. k.;acme",
                "Acme S.A. de C.V.;acme",
                "Łódź Stal S.A.;lodzstal",
                "Acme Oy;acme",
                "Müller & Söhne AG;mullerandsohne",
                "Müller and Söhne;mullerandsohne",
                "Ｍüller ＆ Söhne　ＧｍｂＨ;mullerandsohne",
                "ООО Ромашка;romashka",
                "ООО «Ромашка»;romashka",
                "Ромашка ООО;romashka",
                "PT Bank Mandiri Tbk;bankmandiri",
                "トヨタ自動車株式会社;トヨタ自動車",
                "株式会社トヨタ自動車;トヨタ自動車",
                "㈱トヨタ自動車;トヨタ自動車",
                "华为技术有限公司;华为技术",
                "삼성전자 주식회사;삼성전자",
                "Ford Motor Company;fordmotor",
                "AB InBev;abinbev",
                "Limited Brands;limitedbrands"
            })
    void isTheNameWithoutTheForm(String company, String key) {
        assertThat(STANDARD.key(company)).isEqualTo(key);
    }

    @ParameterizedTest
    @DisplayName("is the form itself where the name is nothing else")
    @CsvSource({"AG,ag", "Co. Ltd.,co", "ООО,ooo", "Limited,limited", "株式会社,株式会社", "-- !,''"})
    void aNameOfFormsIsLeft(String company, String key) {
        assertThat(STANDARD.key(company)).isEqualTo(key);
    }

    @Test
    @DisplayName("knows the forms that a host adds, and no others where the host starts from none")
    void aHostAddsForms() {
        LegalForms own = LegalForms.none().with("Zaibatsu", "F. & F.");

        assertThat(own.key("Acme ZAIBATSU")).isEqualTo("acme");
        assertThat(own.key("Acme F & F")).isEqualTo("acme");
        assertThat(own.key("Acme GmbH")).isEqualTo("acmegmbh");
        assertThat(own.key("トヨタ株式会社")).isEqualTo("トヨタ株式会社");
        assertThat(STANDARD.with("Zaibatsu").key("Acme Zaibatsu GmbH")).isEqualTo("acme");
        assertThat(STANDARD.key("Acme Zaibatsu")).isEqualTo("acmezaibatsu");
        assertThatThrownBy(() -> own.with("--")).hasMessage("legal form must have a letter, was \"--\"");
    }

    @Property
    @Label("is what the name without forms has, for any name in any case")
    void neverMoreThanTheLetters(@ForAll String any) {
        String key = STANDARD.key(any);

        assertThat(LegalForms.none().key(any)).contains(key);
        assertThat(key.isEmpty()).isEqualTo(LegalForms.none().key(any).isEmpty());
    }

    @Test
    @DisplayName("is made quickly of a very long name")
    void aLongNameIsQuick() {
        String words = "word ".repeat(200_000);

        assertThat(STANDARD.key(words + "Ltd ".repeat(1_000))).hasSize(800_000);
    }
}
