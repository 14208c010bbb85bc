package com.saqsommelier.bot.sommelier;

import com.saqsommelier.vocabulary.Grammar;
import com.saqsommelier.vocabulary.Grammar.Role;
import com.saqsommelier.vocabulary.PhraseBook.Found;
import com.saqsommelier.vocabulary.Theme;
import com.saqsommelier.vocabulary.WineVocabulary;
import com.saqsommelier.vocabulary.Words;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Routes plain text: a sentence, a dish, an occasion, a price or a style is a wish for the sommelier; a name, a grape, a
 * place or a code is a search. Each answer has a button to the other, for what a rule cannot know.
 */
public final class PlainText {

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}$%?]+");
    private static final Pattern CODE = Pattern.compile("\\d[\\d ]*");

    private static final String PERSON =
            "(?:chum|blonde|mari|femme|conjointe?|pere|mere|papa|maman|boss|patron|amie?s?|beau|belle|fils|fille|frere|soeur|oncle|tante|copine?|copain|grand|husband|wife|mom|mum|dad|mother|father|boyfriend|girlfriend|friends?|in laws?|boss|brother|sister|son|daughter|guests?|partner|buddy|neighbou?r|aunt|uncle|team|colleagues?|parents|invites?)";

    /** A person who speaks, asks or thanks. */
    private static final Pattern SPEAKS = anywhere(
            "je|j ai\\w*|j aime\\w*|j en|j cherche|j veux|j suis|on (?:mange|fait|recoit|soupe|boit|a|veut|cherche|fete|est|va|prend|ouvre|pourrait)|nous (?:avons|recevons|mangeons|voulons|sommes)"
                    + "|i (?:want|need|like|love|hate|d|would|am|m|have|ve|feel|was|could|can|don t|only|just|know|might|think|really)|i m|we (?:re|are|have|want|need|love|will|ll)|it s|there s"
                    + "|(?:mon|ma|mes|notre|nos|son|sa|my|our|his|her) (?:\\w+ )?" + PERSON
                    + "|peux tu|pouvez vous|pourrais tu|pourriez vous|as tu|avez vous|auriez vous|dis moi|dites moi|donne(?:z)? moi|trouve(?:z)? moi|aide(?:z)? moi|surprends? moi|suggere(?:z)?|suggestions?|conseil\\w*|recommand\\w+|recommend\\w*|suggest\\w*|propose(?:z)?|montre(?:z)? moi"
                    + "|give me|find me|show me|help me|surprise me|tell me|pick me|can you|could you|do you|have you"
                    + "|quel(?:le)?s? (?:vin|rouge|blanc|rose|bouteille|bulles|champagne|est|sont|genre|sorte|accord|porto|cidre|gin|whisky|temperature)|quoi (?:boire|servir|apporter|prendre|offrir|acheter|choisir|ouvrir|avec|de bon)|qu est ce|c est quoi|est ce que|pourquoi|comment|combien"
                    + "|what (?:wine|red|white|should|can|do|does|goes|would|to|is|s|are|about|pairs)|what s|which (?:wine|red|white|one|bottle)|how (?:do|much|long|about|many|is|should)|why (?:is|are|do|does)"
                    + "|looking for|in the mood|cherch(?:e|ons|er)|envie d\\w*|le gout d\\w*|besoin d\\w*|craving|feel like|merci|thanks|thank you|bonjour|bonsoir|salut|hello|hi|hey|allo");

    /** A thing that is not named, so that it must be wished. */
    private static final Pattern SOMETHING = anywhere(
            "quelque chose|quelqu un|kekchose|qqch|de quoi|n importe quo?i|something|anything|someone|somebody|idees?|ideas?"
                    + "|(?:une?|deux|trois|quatre|a|an|some|two|three|good|bonne?) (?:\\w+ )?(?:bouteilles?|bottles?|vins?|wines?|drinks?|verres?|glass)(?! club)"
                    + "|ce soir|tonight|demain|tomorrow|vendredi|samedi|dimanche|this weekend|fin de semaine|souper|diner|dinner|supper|brunch|lunch|pique nique|picnic|party|bbq|barbecue|cadeau|gift|present|fete|anniversaire|birthday|wedding|mariage|noel|christmas|reveillon|st valentin|saint valentin|valentine s day|thanksgiving|apero|5 a 7|happy hour|date night|cocktail party|pool party"
                    + "|en canettes?|en vinier|in a (?:can|box)|sans alcool|alcohol free|non alcoholic|desalcoolise\\w*|pas (?:trop|tres|de|d) \\w+|not (?:too|very|so) \\w+|mais (?:pas|moins|plus)|but (?:not|less|more|cheaper)|(?:plus|moins|more|less) (?:de |\\w+ )?que?|au lieu d\\w*|instead of|rather than|similaire a|similar to|alternative (?:a|au|to)|comme (?:le|la|un|une)|dans le genre|meme genre|same kind"
                    + "|pour (?:accompagner|aller|offrir|celebrer|feter|boire|un|une|des|du|le|la|les|mon|ma|mes|notre|l|deux|quelqu)|avec (?:un|une|des|du|de la|de l|le|la|les|mon|ma)|(?:vins?|wines?|rouges?|blancs?|roses?|reds?|whites?|bulles|bubbles|porto|port|cidre|cider|biere|beer|gin|rhum|rum|vodka|tequila|whisky|scotch|mezcal) (?:pour|for|avec|with|sans|without|en canette|en boite|in a can)|to go with|goes? with|to pair with|pairing|accord|(?:for|with) (?:a|an|the|my|our|some|grilled|roast\\w*|\\w+ing|tonight|two)");

    private static final Pattern PRICE = anywhere(
            "\\d+(?: \\d+)? ?\\$|\\$ ?\\d+|\\d+ (?:dollars?|piastres?|piasses?|bucks|balles)|(?:vingt|quinze|trente|dix|cinquante|twenty|thirty|fifteen|fifty|forty|quarante)(?: cinq| five)? (?:dollars?|piastres?|piasses?|bucks)"
                    + "|(?:moins|plus) de \\d+|(?:under|below|over|around|about|autour de|environ|max(?:imum)?|jusqu a|up to|budget) \\$?\\d+|pas (?:trop )?(?:cher|chere|dispendieux)|moins cher\\w*|cheap\\w*|affordable|abordables?|inexpensive|bon marche|petit budget|budget|rapport qualite prix|good value|best value|meilleurs? vins?|best (?:wine|red|white|rose|sparkling|value|bottle|champagne)\\w*|meilleure?s? (?:vin|rouge|blanc|rose|bulle|champagne)s?");

    /** An article before what nobody calls a wine by. */
    private static final Pattern A_KIND = Pattern.compile(
            "^(?:un|une|du|de la|des|d|a|an|some|any|deux|trois|two|three)(?: (?:bon|bonne|bons|bonnes|beau|belle|petit|petite|p tit|p tite|gros|grand|vrai|good|nice|great|big|decent|solid|simple|lovely))* .+");

    private static final Pattern NAME = anywhere(
            "chateau|domaine|clos|maison|cave|caves|cantina|bodegas?|quinta|tenuta|weingut|castello|vina|vignoble|vignobles|distillerie|estate|winery|vineyards?|cellars?|mas|podere|fattoria|marques|brasserie|cidrerie|monasterio|familia|cuvee|les vins|j p|domaines");

    private static final WineVocabulary VOCABULARY = WineVocabulary.bundled();
    private static final Grammar GRAMMAR = Grammar.bundled();

    private PlainText() {}

    /** Whether a text that is no command is a wish for the sommelier. */
    public static boolean isWish(String text) {
        String plain = NOT_A_WORD
                .matcher(Words.plain(text.replace('’', '\'')))
                .replaceAll(" ")
                .replace("?", " ?")
                .replaceAll(" +", " ")
                .strip();
        if (CODE.matcher(plain).matches()) {
            return false;
        }
        if (PRICE.matcher(plain).find() || SPEAKS.matcher(plain).find()) {
            return true;
        }
        Content content = Content.of(Words.of(text));
        boolean named = NAME.matcher(plain).find();
        if (SOMETHING.matcher(plain).find()) {
            return !named || plain.endsWith("?") || content.function > 2;
        }
        if (plain.endsWith("?")) {
            return true;
        }
        if (named) {
            return false;
        }
        return (A_KIND.matcher(plain).matches() && content.terms() > 0)
                || (content.wishes() > 0 && content.unknown == 0)
                || (content.wishes() > 0 && content.function >= 2 && content.words >= 5)
                || (content.function >= 4 && content.words >= 8);
    }

    /** The parts of a text. */
    private record Content(int words, int function, int unknown, Map<Theme, Integer> found) {

        static Content of(List<String> words) {
            Map<Theme, Integer> found = new EnumMap<>(Theme.class);
            int function = 0;
            int unknown = 0;
            for (int at = 0; at < words.size(); ) {
                Optional<Found> term = VOCABULARY.phrases().longestAt(words, at);
                if (term.isPresent()) {
                    found.merge(term.get().term().theme(), 1, Integer::sum);
                } else if (isFunction(words, at)) {
                    function++;
                } else {
                    unknown++;
                }
                at += term.map(Found::length).orElse(1);
            }
            return new Content(words.size(), function, unknown, found);
        }

        private static boolean isFunction(List<String> words, int at) {
            return Stream.of(Role.FRENCH, Role.ENGLISH, Role.WINE, Role.NEGATE, Role.THROUGH)
                    .anyMatch(role -> GRAMMAR.lengthAt(role, words, at) > 0);
        }

        /** Terms that no search by names is about. */
        int wishes() {
            return Stream.of(Theme.DISH, Theme.OCCASION, Theme.STYLE)
                    .mapToInt(theme -> found.getOrDefault(theme, 0))
                    .sum();
        }

        int terms() {
            return found.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    private static Pattern anywhere(String alternatives) {
        return Pattern.compile("(?<=^| )(?:" + alternatives + ")(?= |$)");
    }
}
