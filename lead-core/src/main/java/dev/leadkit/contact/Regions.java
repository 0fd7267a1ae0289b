package dev.leadkit.contact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * States, provinces, cantons and the like by their ISO 3166-2 codes, for the countries whose addresses commonly name them:
 * Austria, Australia, Brazil, Canada, Germany, Switzerland and the United States. The platform has no such table. Names are
 * compared by their letters, without case and accents. Immutable and thread-safe.
 */
public final class Regions {

    private static final String TABLE = """
            AT 1 Burgenland; 2 Kärnten, Carinthia; 3 Niederösterreich, Lower Austria; 4 Oberösterreich, Upper Austria
            AT 5 Salzburg, Land Salzburg; 6 Steiermark, Styria; 7 Tirol, Tyrol; 8 Vorarlberg; 9 Wien, Vienna
            AU ACT Australian Capital Territory; NSW New South Wales; NT Northern Territory; QLD Queensland
            AU SA South Australia; TAS Tasmania; VIC Victoria; WA Western Australia
            BR AC Acre; AL Alagoas; AM Amazonas; AP Amapá; BA Bahia; CE Ceará; DF Distrito Federal, Federal District
            BR ES Espírito Santo; GO Goiás; MA Maranhão; MG Minas Gerais; MS Mato Grosso do Sul; MT Mato Grosso; PA Pará
            BR PB Paraíba; PE Pernambuco; PI Piauí; PR Paraná; RJ Rio de Janeiro; RN Rio Grande do Norte; RO Rondônia
            BR RR Roraima; RS Rio Grande do Sul; SC Santa Catarina; SE Sergipe; SP São Paulo; TO Tocantins
            CA AB Alberta; BC British Columbia, Colombie-Britannique; MB Manitoba; NB New Brunswick, Nouveau-Brunswick
            CA NL Newfoundland and Labrador, Newfoundland & Labrador, Newfoundland, Terre-Neuve-et-Labrador
            CA NS Nova Scotia, Nouvelle-Écosse; NT Northwest Territories, Territoires du Nord-Ouest; NU Nunavut; ON Ontario
            CA PE Prince Edward Island, Île-du-Prince-Édouard; QC Quebec; SK Saskatchewan; YT Yukon, Yukon Territory
            CH AG Aargau, Argovie, Argovia; AI Appenzell Innerrhoden, Appenzell Rhodes-Intérieures
            CH AR Appenzell Ausserrhoden, Appenzell Rhodes-Extérieures; BE Bern, Berne, Berna
            CH BL Basel-Landschaft, Baselland, Bâle-Campagne; BS Basel-Stadt, Bâle-Ville; FR Fribourg, Freiburg, Friburgo
            CH GE Genève, Genf, Geneva, Ginevra; GL Glarus, Glaris; GR Graubünden, Grisons, Grigioni, Grischun; JU Jura
            CH LU Luzern, Lucerne, Lucerna; NE Neuchâtel, Neuenburg; NW Nidwalden, Nidwald; OW Obwalden, Obwald
            CH SG St. Gallen, Sankt Gallen, Saint-Gall, San Gallo; SH Schaffhausen, Schaffhouse
            CH SO Solothurn, Soleure; SZ Schwyz; TG Thurgau, Thurgovie, Turgovia; TI Ticino, Tessin; UR Uri
            CH VD Vaud, Waadt; VS Valais, Wallis, Vallese; ZG Zug, Zoug; ZH Zürich, Zurigo
            DE BB Brandenburg; BE Berlin; BW Baden-Württemberg; BY Bayern, Bavaria, Freistaat Bayern
            DE HB Bremen, Freie Hansestadt Bremen; HE Hessen, Hesse; HH Hamburg, Freie und Hansestadt Hamburg
            DE MV Mecklenburg-Vorpommern, Mecklenburg-Western Pomerania; NI Niedersachsen, Lower Saxony
            DE NW Nordrhein-Westfalen, North Rhine-Westphalia, NRW; RP Rheinland-Pfalz, Rhineland-Palatinate
            DE SH Schleswig-Holstein; SL Saarland; SN Sachsen, Saxony, Freistaat Sachsen; ST Sachsen-Anhalt, Saxony-Anhalt
            DE TH Thüringen, Thuringia, Freistaat Thüringen
            US AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware
            US DC District of Columbia, Washington DC; FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana
            US IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine; MD Maryland; MA Massachusetts; MI Michigan
            US MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada; NH New Hampshire
            US NJ New Jersey; NM New Mexico; NY New York, New York State; NC North Carolina; ND North Dakota; OH Ohio
            US OK Oklahoma; OR Oregon; PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee
            US TX Texas; UT Utah; VT Vermont; VA Virginia; WA Washington, Washington State; WV West Virginia; WI Wisconsin
            US WY Wyoming; AS American Samoa; GU Guam; MP Northern Mariana Islands; PR Puerto Rico
            US UM United States Minor Outlying Islands; VI U.S. Virgin Islands, Virgin Islands
            """;
    private static final int PREFIX = 3;
    private static final Regions STANDARD = new Regions();

    private final Set<String> codes = new TreeSet<>();
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Set<String> countries = new TreeSet<>();

    private Regions() {
        TABLE.lines().forEach(line -> {
            for (String region : line.substring(PREFIX).split(";\\s*", -1)) {
                add(line.substring(0, 2), region);
            }
        });
    }

    private void add(String country, String region) {
        int space = region.indexOf(' ');
        String code = country + "-" + region.substring(0, space);
        countries.add(country);
        codes.add(code);
        for (String name : region.substring(space).split(",", -1)) {
            byName.computeIfAbsent(Letters.of(name), letters -> new ArrayList<>())
                    .add(code);
        }
    }

    /**
     * The regions of the countries above.
     *
     * @return the table
     */
    public static Regions standard() {
        return STANDARD;
    }

    /**
     * The countries whose regions are here.
     *
     * @return ISO 3166-1 alpha-2 codes, sorted
     */
    public Set<String> countries() {
        return new TreeSet<>(countries);
    }

    /**
     * All codes.
     *
     * @return ISO 3166-2 codes such as {@code US-CA}, sorted
     */
    public Set<String> codes() {
        return new TreeSet<>(codes);
    }

    /**
     * Finds a region.
     *
     * @param text its name, its whole code, or, in a country, the part of its code behind the hyphen
     * @param country the ISO 3166-1 alpha-2 code of the country that it must be in, or empty for any
     * @return the ISO 3166-2 code; empty if there is none, or more than one because the country is not said
     */
    public Optional<String> find(String text, Optional<String> country) {
        String code = text.toUpperCase(Locale.ROOT);
        String whole =
                country.map(in -> in + "-" + code).filter(codes::contains).orElse(code);
        if (codes.contains(whole)) {
            return Optional.of(whole).filter(found -> isIn(found, country));
        }
        List<String> named = byName.getOrDefault(Letters.of(text), List.of()).stream()
                .filter(found -> isIn(found, country))
                .toList();
        return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
    }

    private static boolean isIn(String code, Optional<String> country) {
        return country.isEmpty() || code.startsWith(country.get() + "-");
    }
}
