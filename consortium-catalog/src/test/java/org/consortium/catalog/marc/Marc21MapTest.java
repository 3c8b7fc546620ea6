package org.consortium.catalog.marc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.marc.BuiltRecord.marc21;

import java.nio.file.Path;
import org.consortium.core.union.Description;
import org.consortium.core.union.Description.ClassNumber;
import org.consortium.core.union.Description.ClassNumber.Scheme;
import org.consortium.core.union.Description.Name;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row of the MARC 21 map by an example. */
class Marc21MapTest {

    @TempDir
    Path folder;

    @Test
    void titleWithItsPartsSubtitleAndResponsibility() {
        var description = read(
                record().field(
                                "245",
                                "10",
                                "$aFaust.$nPart 2,$pThe tragedy's second part :$ba play in five acts /$cJohann W. von Goethe."));

        assertThat(description.title()).isEqualTo("Faust");
        assertThat(description.part()).isEqualTo("Part 2, The tragedy's second part");
        assertThat(description.subtitle()).isEqualTo("a play in five acts");
        assertThat(description.responsibility()).isEqualTo("Johann W. von Goethe");
    }

    @Test
    void setsNoTwoStopsAndWritesNamesInCharactersInOne() {
        var description = read(record().field("110", "2 ", "$aUniversité de Montpellier I.$bCentre régional")
                .field("245", "10", "$a<<The>> Transportation Security Laboratory..")
                .field("700", "1 ", "$6880-01$aItō, Michiharu")
                .field("880", "1 ", "$6700-01/$1$a伊藤, 道治(1925-2017)"));

        assertThat(description.title()).isEqualTo("The Transportation Security Laboratory");
        assertThat(description.names())
                .extracting(Name::shown)
                .containsExactly("Université de Montpellier I. Centre régional", "伊藤道治");
    }

    @Test
    void otherTitles() {
        var description = read(titled().field("130", "0 ", "$aBible.$pGenesis.")
                .field("240", "10", "$aWorks")
                .field("246", "3 ", "$aTwo hundred problems")
                .field("247", "10", "$aFormer name")
                .field("730", "0 ", "$aUniform")
                .field("740", "0 ", "$aTraced apart.")
                .field("700", "12", "$aKeats, John.$tEndymion."));

        assertThat(description.otherTitles())
                .containsExactly(
                        "Two hundred problems",
                        "Former name",
                        "Works",
                        "Bible. Genesis",
                        "Uniform",
                        "Traced apart",
                        "Endymion");
    }

    @Test
    void aUniformTitleWithTheLanguageOfTheTranslation() {
        var description = read(titled().field("240", "10", "$aBlechtrommel.$lEnglish"));

        assertThat(description.otherTitles()).containsExactly("Blechtrommel", "Blechtrommel. English");
    }

    @Test
    void theOriginalScriptIsShownAndTheRomanisedFormKept() {
        var description = read(record().field("100", "1 ", "$6880-01$aChen, Fangjing,$d1948-$eauthor.")
                .field("245", "10", "$6880-02$aLu Xun yu Zhe dong wen hua /$cChen Fangjing zhu.")
                .field("260", "  ", "$6880-03$aChangchun Shi :$bJilin da xue chu ban she,$c1999.")
                .field("490", "1 ", "$6880-04$aDongbei xue ren cong shu")
                .field("600", "10", "$6880-05$aLu, Xun,$d1881-1936$xCriticism.")
                .field("880", "1 ", "$6100-01/~1$a陈方竞,$d1948-$eauthor.")
                .field("880", "10", "$6245-02/~1$a鲁迅与浙东文化　／$c陈方竞著．")
                .field("880", "  ", "$6260-03/~1$a长春市　：$b吉林大学出版社，$c1999．")
                .field("880", "1 ", "$6490-04/~1$a东北学人丛书")
                .field("880", "10", "$6600-05/~1$a鲁迅,$d1881-1936$xCriticism.")
                .field("880", "  ", "$6246-00/~1$a浙东文化")
                .field("880", "  ", "$6500-00/~1$a封面题名：鲁迅")
                .field("880", " 0", "$6650-00/~1$a新文学$z中国"));

        assertThat(description.title()).isEqualTo("鲁迅与浙东文化");
        assertThat(description.otherTitles()).containsExactly("Lu Xun yu Zhe dong wen hua", "浙东文化");
        assertThat(description.responsibility()).isEqualTo("陈方竞著");
        assertThat(description.names()).containsExactly(new Name("Chen, Fangjing", "陈方竞", "author"));
        assertThat(description.byline()).isEqualTo("陈方竞");
        assertThat(description.place()).isEqualTo("长春市");
        assertThat(description.publisher()).isEqualTo("吉林大学出版社");
        assertThat(description.series()).containsExactly("Dongbei xue ren cong shu", "东北学人丛书");
        assertThat(description.subjects()).containsExactly("Lu, Xun--Criticism", "鲁迅--Criticism", "新文学--中国");
        assertThat(description.notes()).containsExactly("封面题名：鲁迅");
    }

    @Test
    void namesWithTheirRolesMainEntryFirst() {
        var description = read(titled().field("700", "1 ", "$aWinston, Clara,$etranslator,$eeditor.")
                .field("710", "2 ", "$aUnited States.$bCongress.$bHouse.")
                .field("711", "2 ", "$aShambaugh Conference$d(1981 :$cIowa City)$jorganizer.")
                .field("100", "1 ", "$aMann, Thomas,$d1875-1955.$4aut"));

        assertThat(description.names())
                .containsExactly(
                        Name.of("Mann, Thomas", "aut"),
                        Name.of("Winston, Clara", "translator, editor"),
                        Name.of("United States. Congress. House", ""),
                        Name.of("Shambaugh Conference", "organizer"));
    }

    @Test
    void editionAndPublication() {
        var description = read(titled().field("250", "  ", "$aFirst American edition /$brevised.")
                .field("264", " 4", "$c©2011")
                .field("264", " 3", "$aCambridge :$bPrinter,$c2013.")
                .field("264", " 1", "$aNew York, N.Y. :$bHarper & Row,$c2012."));

        assertThat(description.edition()).isEqualTo("First American edition / revised");
        assertThat(description.place()).isEqualTo("New York, N.Y.");
        assertThat(description.publisher()).isEqualTo("Harper & Row");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1999, 1998.,            1999
            19uu, c1987.,           1987
            uuuu, [1975?],          1975
            '    ', 民國75[1986],    1986
            '    ', 民国75,          1986
            '    ', １９９３,         1993
            '    ', l975,           1975
            '    ', 一九八六年三月,   1986
            '    ', 二○一五,         2015
            '    ', [19--],
            '    ', [n.d.],
            """)
    void yearCodedFirstThenPrinted(String coded, String printed, Integer year) {
        var entry = titled().control("008", "000000s" + coded + "    dcu                 eng d")
                .field("260", "  ", "$c" + printed)
                .read(folder);

        assertThat(entry.description().year()).isEqualTo(year);
        assertThat(entry.warnings()).isEmpty();
    }

    @Test
    void impossibleYearsAreDoubted() {
        var entry = titled().control("008", "000000s2972    dcu                 eng d")
                .field("260", "  ", "$c1972")
                .read(folder);

        assertThat(entry.description().year()).isEqualTo(1972);
        assertThat(entry.warnings()).containsExactly(new MarcWarning(MarcWarning.Kind.YEAR_ODD, "008", "2972"));
    }

    @Test
    void extentAndSeries() {
        var description = read(titled().field("300", "  ", "$axiv, 280 p. :$bill. ;$c23 cm.")
                .field("490", "1 ", "$aBooks in soils, plants, and the environment ;$v123.")
                .field("830", " 0", "$aBooks in soils, plants, and the environment ;$v123."));

        assertThat(description.extent()).isEqualTo("xiv, 280 p. : ill. ; 23 cm");
        assertThat(description.series()).containsExactly("Books in soils, plants, and the environment ; 123");
    }

    @Test
    void subjects() {
        var description = read(titled().field("600", "10", "$aMann, Thomas,$d1875-1955$vCorrespondence.")
                .field("650", " 0", "$aRock musicians$zUnited States$vBiography.")
                .field("650", " 7", "$aRock musicians$zUnited States$vBiography$2fast")
                .field("651", " 0", "$aMaluku (Indonesia)$xEthnic relations.")
                .field("653", "  ", "$aloans$alibraries"));

        assertThat(description.subjects())
                .containsExactly(
                        "Mann, Thomas--Correspondence",
                        "Rock musicians--United States--Biography",
                        "Maluku (Indonesia)--Ethnic relations",
                        "loans",
                        "libraries");
    }

    @Test
    void notesAndSummary() {
        var description = read(titled().field("500", "  ", "$aCover title.")
                .field("504", "  ", "$aIncludes bibliographical references.")
                .field("505", "0 ", "$aOne -- Two.")
                .field("541", "  ", "$aGift of a donor.")
                .field("520", "  ", "$aA story of the sea."));

        assertThat(description.notes())
                .containsExactly("Cover title.", "Includes bibliographical references.", "One -- Two.");
        assertThat(description.summary()).isEqualTo("A story of the sea.");
    }

    @Test
    void whatIsLinkedIsNoTitleOfThisOneAndItsWordsAreFound() {
        var description = read(titled().field("700", "1 ", "$iAdaptation of (work):$aMann, Thomas.$tBlechtrommel.")
                .field("700", "12", "$aMann, Thomas.$tTristan.")
                .field("770", "0 ", "$tRiver annual supplement.")
                .field("773", "0 ", "$tJournal of rivers$gvol. 3")
                .field("780", "00", "$tRiver notes$x0036-8075")
                .field("785", "00", "$iContinued by:$tRiver studies."));

        assertThat(description.otherTitles()).containsExactly("Tristan");
        assertThat(description.notes())
                .containsExactly(
                        "Adaptation of (work): Mann, Thomas. Blechtrommel",
                        "Supplement: River annual supplement",
                        "In: Journal of rivers",
                        "Earlier title: River notes",
                        "Continued by: River studies");
    }

    @Test
    void whereItIsOnTheWebAndNowhereABrowserShouldNotGo() {
        var description = read(titled().field("856", "40", "$uhttps://example.org/book/1$zFull text")
                .field("856", "42", "$3目次$uhttp://example.org/contents$yelsewhere")
                .field("856", "40", "$ujavascript:alert(1)")
                .field("856", "  ", "$aexample.org"));

        assertThat(description.links())
                .containsExactly(
                        new Description.Link("https://example.org/book/1", "Full text"),
                        new Description.Link("http://example.org/contents", "目次"));
    }

    @Test
    void numbersReadersLookForBesideTheUsualOnes() {
        var description = read(titled().field("015", "  ", "$aGBA573467$2bnb")
                .field("024", "7 ", "$a10.1000/182$2doi")
                .field("024", "2 ", "$aM660200106")
                .field("027", "  ", "$aMETPRO/CB/TR--74/216")
                .field("028", "02", "$aSTMA 8007$bTamla")
                .field("030", "  ", "$aASIRAF")
                .field("074", "  ", "$a0717-A")
                .field("088", "  ", "$aNASA-RP-1124-REV-3"));

        assertThat(description.numbers(Identifier.Kind.OTHER))
                .containsExactlyInAnyOrder(
                        "GBA573467",
                        "10.1000/182",
                        "M660200106",
                        "METPRO/CB/TR--74/216",
                        "STMA 8007",
                        "ASIRAF",
                        "NASA-RP-1124-REV-3");
    }

    @Test
    void identifiers() {
        var description = read(marc21().control("001", "ocm34987929")
                .field("245", "10", "$aNumbered")
                .field("010", "  ", "$a   85-2 ")
                .field("020", "  ", "$a0679450041 (acid-free paper)$z9780679450000")
                .field("022", "  ", "$a0036-8075")
                .field("035", "  ", "$a(OCoLC)ocn476132793")
                .field("035", "  ", "$a(CNL) 001234")
                .field("091", "  ", "$a10019·1979"));

        assertThat(description.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN, "9780679450047"),
                        new Identifier(Identifier.Kind.ISSN, "0036-8075"),
                        new Identifier(Identifier.Kind.LCCN, "85000002"),
                        new Identifier(Identifier.Kind.OCLC, "476132793"),
                        new Identifier(Identifier.Kind.AGENCY, "(CNL)001234"),
                        new Identifier(Identifier.Kind.UNIFIED_BOOK_NUMBER, "10019.1979"),
                        new Identifier(Identifier.Kind.OCLC, "34987929"));
    }

    @ParameterizedTest
    @CsvSource({
        "7-5037-1744-0 (平装) : CNY68.00",
        "ISBN ７５０３７１７４４０",
        "7503717440 9787503717444",
        "978 7 5037 1744 4",
        "7503717440pbk."
    })
    void isbnAmongOtherWords(String text) {
        var description = read(titled().field("020", "  ", "$a" + text));

        assertThat(description.numbers(Identifier.Kind.ISBN)).containsExactly("9787503717444");
    }

    @Test
    void theIsbnOfASetIsNotThatOfAVolumeNorTheOtherWayRound() {
        var volume = read(marc21().control("001", "1")
                .field("245", "10", "$aCollected works$nVolume 2")
                .field("020", "  ", "$a9787503717444 (set)")
                .field("020", "  ", "$a9780679450047$q(v. 2 ; hardcover)"));
        var set = read(marc21().control("001", "2")
                .field("245", "10", "$aCollected works")
                .field("020", "  ", "$a9787503717444$qset")
                .field("020", "  ", "$a9780679450047$qvol. 2"));

        assertThat(volume.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN_OF_SET, "9787503717444"),
                        new Identifier(Identifier.Kind.ISBN, "9780679450047"));
        assertThat(set.identifiers())
                .containsExactly(
                        new Identifier(Identifier.Kind.ISBN, "9787503717444"),
                        new Identifier(Identifier.Kind.ISBN_OF_VOLUME, "9780679450047"));
    }

    @Test
    void anArticleNumberMayBeAnIsbn() {
        assertThat(read(marc21().control("001", "1")
                                .field("245", "10", "$aTitle")
                                .field("024", "3 ", "$a9787503717444"))
                        .numbers(Identifier.Kind.ISBN))
                .containsExactly("9787503717444");
    }

    @Test
    void wrongCheckDigitsAreDoubtedAndLeftOut() {
        var entry = titled().field("020", "  ", "$a9780870498797")
                .field("022", "  ", "$a0036-8076")
                .read(folder);

        assertThat(entry.description().identifiers()).isEmpty();
        assertThat(entry.warnings())
                .containsExactly(
                        new MarcWarning(MarcWarning.Kind.ISBN_INVALID, "020", "9780870498797"),
                        new MarcWarning(MarcWarning.Kind.ISSN_INVALID, "022", "0036-8076"));
    }

    @Test
    void classNumbers() {
        var entry = titled().field("050", "00", "$aML420.S77$bH28 2013")
                .field("082", "00", "$a782.42/166$223")
                .field("084", "  ", "$aＩ２４７．５７$2clc")
                .field("084", "  ", "$a24,1$2ssgn")
                .field("090", "  ", "$a591.3 CRU")
                .read(folder);

        assertThat(entry.description().classNumbers())
                .containsExactly(
                        new ClassNumber(Scheme.CLC, "I247.57"),
                        new ClassNumber(Scheme.OTHER, "24,1"),
                        new ClassNumber(Scheme.LCC, "ML420.S77 H28 2013"),
                        new ClassNumber(Scheme.DDC, "782.42166"),
                        new ClassNumber(Scheme.DDC, "591.3"));
        assertThat(entry.warnings())
                .extracting(MarcWarning::kind)
                .containsExactly(MarcWarning.Kind.FULL_WIDTH_CALL_NUMBER);
    }

    @Test
    void languagesTheTextsFirst() {
        var description = read(titled().control("008", "120105m20122016ko a     b    001 0 kor  ")
                .field("041", "1 ", "$achiengkor$hger"));

        assertThat(description.languages()).containsExactly("kor", "chi", "eng");
    }

    @ParameterizedTest
    @CsvSource({
        "a,m,BOOK",
        "a,s,SERIAL",
        "t,m,MANUSCRIPT",
        "c,m,SCORE",
        "e,m,MAP",
        "g,m,VIDEO",
        "i,m,AUDIO",
        "j,m,MUSIC",
        "k,m,PICTURE",
        "m,m,ELECTRONIC",
        "r,m,OTHER"
    })
    void formatByTheLeader(char type, char level, Format format) {
        var description = read(titled().leader(6, type).leader(7, level));

        assertThat(description.format()).isEqualTo(format);
    }

    @Test
    void formatByTheCarrier() {
        assertThat(read(titled().control("007", "cr cn|||||||||")).format()).isEqualTo(Format.ELECTRONIC);
        assertThat(read(titled().field("338", "  ", "$aonline resource$bcr")).format())
                .isEqualTo(Format.ELECTRONIC);
        assertThat(read(record().field("245", "10", "$aFocus$h[electronic resource]"))
                        .format())
                .isEqualTo(Format.ELECTRONIC);
        assertThat(read(titled().control("008", "070921s2008    enkb    ob    001 0 eng d"))
                        .format())
                .isEqualTo(Format.ELECTRONIC);
        assertThat(read(titled().field("074", "  ", "$a0429-V (online)")).format())
                .isEqualTo(Format.ELECTRONIC);
        assertThat(read(titled().field("074", "  ", "$a0429-V (online)").field("074", "  ", "$a0429-V"))
                        .format())
                .isEqualTo(Format.BOOK);
    }

    @Test
    void aTitleFromAnotherFieldIsDoubted() {
        var entry = record().field("246", "3 ", "$aVariant").read(folder);

        assertThat(entry.description().title()).isEqualTo("Variant");
        assertThat(entry.warnings())
                .containsExactly(new MarcWarning(MarcWarning.Kind.TITLE_FROM_ELSEWHERE, "246", "Variant"));
    }

    private static BuiltRecord record() {
        return marc21().control("001", "1");
    }

    private static BuiltRecord titled() {
        return record().field("245", "10", "$aTitle");
    }

    private Description read(BuiltRecord record) {
        return record.read(folder).description();
    }
}
