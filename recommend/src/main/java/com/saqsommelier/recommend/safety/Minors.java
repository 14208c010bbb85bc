package com.saqsommelier.recommend.safety;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recognizes a request for somebody under 18, the age at which SAQ may sell to a person. An age alone is not one: whisky,
 * port, marriages and houses have ages too. A number is a person's age where a person stands right before or behind it.
 */
final class Minors {

    private static final String AGE = "(?:[1-9]|1[0-7])";

    private static final String CHILD =
            "(?:fils|filles?|gars|garcons?|ados?|adolescente?s?|enfants?|neveux?|nieces?|freres?|soeurs?|cousine?s?|petit fils|petite fille|jumeaux|jumelles"
                    + "|sons?|daughters?|kids?|boys?|girls?|child|children|nephews?|brothers?|sisters?|teens?|teenagers?|cousins?|grandsons?|granddaughters?|twins"
                    + "|etudiante?s?|eleves?|students?|friends?|amie?s?|blonde|chum|copine?s?|copains?|girlfriend|boyfriend|boyfriends?|buddy|gang|jeunes?|personnes?)";

    private static final String DRINK =
            "(?:vins?|wines?|whisk\\w+|scotch|rhums?|rums?|portos?|ports?|tawny|malt|bourbon|cognac|brandy|bouteilles?|bottles?|barolo|bordeaux|champagne|rouges?|blancs?|reds?|whites?|cask|barrels?|armagnac|calvados|tequila|single|madeira|sherry|xeres)";

    private static final String YEARS = "(?:ans?|years?|yrs?|yo|y o)";

    /** Words between a person and an age that make it that person's. */
    private static final String LINK =
            "(?:de|a|n a que|n ont que|ont|ai|avons|is|are|was|s|only|just|juste|seulement|aged?|agee?s?(?: de)?|turn(?:s|ed|ing)?|turning|turned|aura|va avoir|vient d avoir|a eu|fete(?:ra)? ses|ses|qui a|qui ont|qui aura|who is|who s|who are|being|dans ses)";

    /** Words after an age that is not a person's. */
    private static final String NOT_OF_A_PERSON =
            "(?! (?:d |de )?(?:experience|mariage|metier|carriere|service|sobriete|vie commune|couple|amitie|cave|cellier|fut|fidelite|vieillissement|loyaute|collaboration|relation|of (?:marriage|experience|service)|minutes?|min|mins|hours?|heures?|km|mois|months?|weeks?|semaines?|days?|jours?|people|guests|bottles?|bouteilles?|dollars?|bucks|piastres?|percent|pour ?cent)\\b| ?[$%])";

    /** Longer alternatives come before those that they begin with. */
    private static final List<Map.Entry<Pattern, String>> SPELT = List.of(
            spelt("dix sept|seventeen|dixsept", "17"),
            spelt("seize|sixteen", "16"),
            spelt("quinze|fifteen", "15"),
            spelt("quatorze|fourteen", "14"),
            spelt("treize|thirteen", "13"),
            spelt("douze|twelve", "12"),
            spelt("onze|eleven", "11"),
            spelt("dix(?! (?:huit|neuf|sept))|ten", "10"));

    private static final List<Pattern> PATTERNS = List.of(
            // The one who asks: "j'ai 16 ans", "on a 17 ans", "I'm 16", "we're both 17".
            words(
                    "(?:j ai|jai|j aurai|je vais avoir|je viens d avoir|on a|on va avoir|nous avons)(?: tous| toutes| les deux| juste| seulement| que| encore| presque| bientot| pas encore)* "
                            + AGE + " (?:ans|an)" + NOT_OF_A_PERSON),
            words("(?:i m|im|i am)(?: only| just| still| almost| turning)* 1[0-7](?: " + YEARS + "(?: old)?)?"
                    + NOT_OF_A_PERSON + "(?! " + DRINK + ")"),
            words("(?:we re|we are)(?: both| all| only| just| still)* 1[3-7](?: " + YEARS + "(?: old)?)?"
                    + NOT_OF_A_PERSON + "(?! (?:for|at|adults?|friends|persons?|around)| " + DRINK + ")"),
            words("(?:i|we) (?:just )?(?:turn|turned|will be|ll be) 1[0-7]" + NOT_OF_A_PERSON),
            words("(?:my|our|her|his) " + AGE + " (?:(?:years?|yrs?) olds?|yo)(?! " + DRINK
                    + "| (?:cellar|house|car|dog|cat|fridge))"),
            words("(?:tengo|tenemos|tenho|ho|abbiamo) " + AGE + " (?:anos|anni)"),
            words("ich bin(?: erst)? " + AGE),
            // Somebody else: "ma fille de 14 ans", "my son is 15", "my 15 year old son".
            words(CHILD + "(?: (?!" + DRINK + " )\\p{L}+){0,3} " + LINK + " (?:" + LINK + " )?" + AGE + " " + YEARS
                    + NOT_OF_A_PERSON),
            words(CHILD + "(?: (?!" + DRINK
                    + " )\\p{L}+){0,2} (?:is|are|turns?|turning|turned|just turned|who s|aged?|of) (?:only |just )?1[0-7]"
                    + "(?= (?:and|but|so|who|can|what|which|she|he|they|tomorrow|today|next|now|this|will|wants?)|$)"),
            words(CHILD + " (?:de|qui a|a) 1[0-7](?= (?:qui|et|pour|mais|aime|ou)|$)"),
            words(AGE + " " + YEARS + "(?: olds?)? (?:old )?" + CHILD),
            words(AGE + " (?:year|yr)s? olds? (?:s |s birthday|birthday|party|who|and|to drink|drinking)"),
            words("(?<!looking |search )(?:for|with|by) (?:a|an|my|our|two|some|her|his) " + AGE
                    + " (?:(?:years?|yrs?) olds?|yo)(?! " + DRINK + ")"),
            words("(?:can|could|may|should|let) (?:a|my|our|the) " + AGE + " (?:years?|yrs?) olds?(?! " + DRINK + ")"),
            words("(?:les|des|ses) " + AGE + " ans (?:de|d) (?:mon|ma|mes|notre|sa|son|leur|l|un|une) " + CHILD),
            words("(?:mes|pour ses|tes|my|his|her) (?:" + AGE + " ans|1[0-7]th(?: birthday)?|sweet 16)"
                    + NOT_OF_A_PERSON),
            words("sweet 16"),
            words("age[es]{0,2} (?:de |of |seulement )?" + AGE + "(?: ans)?" + "(?<!" + DRINK + " age " + AGE + ")"),
            // Words: a minor, a teenager, a school.
            words(
                    "(?:suis|sommes|est|sont|on est|tous|toutes|pour|avec|a|encore|toujours|fille|fils|amie?s?|soeur|frere|cousine?) (?:un |une |des |encore |toujours |tous |la personne )*mineure?s?(?! (?:de fond|en musique))"),
            words(
                    "(?:i m|im|i am|we re|we are|are|for|to|is|s|still) (?:a |some |still |both |all )*minors?(?! (?:fault|detail|key|issue|chord|problem|change|league|hockey|note|point|celebration))"),
            words("under ?age\\w*"),
            words(
                    "(?:pas|not) (?:encore |yet )?(?:majeure?s?|of age|legal age|18(?: ans| years old| yet)?|l age legal)"),
            words(
                    "(?:moins de|avant|under|below|younger than|not yet) 18(?: ans| years?| yo)?(?! ?[$%]| (?:dollars|bucks|piastres?|piasses?|pourcent|degres?))(?= ans| year|$)"),
            words("(?:pas l age|trop jeunes? pour (?:acheter|boire)|too young to (?:buy|drink))"),
            words("(?:fausses?|fake) (?:cartes?|ids?|piece)"),
            words("(?:sans|without)(?: me faire| getting| being)? (?:carter|carded|carte d identite|ids?)"),
            words(
                    "(?:pour|a|de|avec une gang d|party d|fete d) (?:les |des |mes |mon |un |une |nos |ma |notre )?(?:ados?|adolescente?s?)(?! (?:attarde|de 5|de 4|de 3))"),
            words(
                    "(?:pour|a|servir aux?) (?:les |des |mes |mon |mes petits |un |nos |aux )?enfants?(?= (?:boire|qui boi|aussi)|$)"),
            words(
                    "(?:for|to|with) (?:my |our |a |some |the |her |his )?(?:teens?|teenagers?|teenage (?:son|daughter|kids?))(?! s (?:teacher|coach|tutor|wedding))"),
            words("for (?:the |my |our )?(?:kids|children)(?! s\\b| (?:teacher|school|coach|daycare))"),
            words(
                    "(?:suis|eleves?|etudiante?s?|ados?|amis|fille|fils|party|bal|en|au|du|de) (?:\\p{L}+ ){0,2}(?:secondaire|secondary)(?: \\d)?(?<!(?:prof|professeur|enseignante?|directrice|directeur|ecole) (?:de |d |du |au |en )?secondaire)"),
            words(
                    "high school(?:ers?| (?:students?|kids?|party|prom|friends?|grads?|graduation|senior|junior|freshman|girl|boy))"),
            words("(?:for|my|the|after) prom(?: night)?(?! dress)"),
            words("(?:5|4|3|2|1)e? (?:en )?secondaire|secondaire [1-5]|grade (?:[6-9]|1[0-2])"));

    /** A person or a bottle: "elle a 10 ans". */
    private static final Pattern PRONOUN = words(
            "(?:elle|il|he|she|ils|elles|they)(?: a| n a que| s| is| are| ont| re| just turned| turns)(?: juste| only| just)? "
                    + AGE + "(?: " + YEARS + "(?: old)?|$)" + NOT_OF_A_PERSON);

    private static final Pattern BOTTLE = words(DRINK);
    private static final Pattern PERSON = words(CHILD);

    private static final Pattern CJK = Pattern.compile("(?<!\\d)" + AGE + " ?[岁歲]|未成年");

    /** Adults whose work is with the young. */
    private static final Pattern TEACHER = Pattern.compile(
            "\\b(?:prof|profs|professeure?s?|enseignante?s?|directrice|directeur|teachers?|coach|tutor|principal|educatrice|entraineur)\\b");

    boolean speaksOf(String saying) {
        String text = saying;
        for (Map.Entry<Pattern, String> number : SPELT) {
            text = number.getKey().matcher(text).replaceAll(number.getValue());
        }
        if (CJK.matcher(text).find()) {
            return true;
        }
        String words = text;
        boolean pronoun = PRONOUN.matcher(words).find()
                && (PERSON.matcher(words).find() || !BOTTLE.matcher(words).find());
        return !TEACHER.matcher(words).find()
                && (pronoun
                        || PATTERNS.stream()
                                .anyMatch(pattern -> pattern.matcher(words).find()));
    }

    private static Pattern words(String regex) {
        return Pattern.compile("(?<=^| )(?:" + regex + ")(?= |$)");
    }

    private static Map.Entry<Pattern, String> spelt(String regex, String digits) {
        return Map.entry(words(regex), digits);
    }
}
