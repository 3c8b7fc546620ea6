package org.consortium.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.web.SmallWorld.HE_MIN;
import static org.consortium.web.SmallWorld.LIN_XIAOMEI;
import static org.consortium.web.SmallWorld.SU_HONGMEI;

import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Pattern;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.member.Trail;
import org.consortium.loans.card.CardDesk;
import org.consortium.web.Visit;
import org.consortium.web.Visits;
import org.consortium.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A reader from her registration on, at the desk of her home library; other libraries see nothing of her but at the desk. */
@WebTest
class ReadersAtTheDeskTest {

    private static final Pattern PIN = Pattern.compile("class=\"big\">(\\d{6})<");

    private static int readersMade;

    @Autowired
    Visits visits;

    @Autowired
    CardDesk cards;

    @Autowired
    Trail trail;

    private Visit desk;

    @BeforeEach
    void open() {
        desk = visits.ofStaff(SU_HONGMEI);
    }

    private static String newNumber() {
        return "33010087%05d".formatted(++readersMade);
    }

    /** Registers without a PIN and answers the one shown. */
    private String register(String number) {
        var answer = desk.post("/desk/readers", registration(number, ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return pinOn(answer.body());
    }

    private static Map<String, String> registration(String number, String pin) {
        var expires = LocalDate.now().plusYears(2).toString();
        return Map.of(
                "number",
                number,
                "expires",
                expires,
                "name",
                "周建国",
                "readerClass",
                "SENIOR",
                "phone",
                "000 0000 0188",
                "email",
                "zhou@example.org",
                "usualBranch",
                "qiaotou-main",
                "pin",
                pin);
    }

    private static String pinOn(String page) {
        var pin = PIN.matcher(page);
        assertThat(pin.find()).isTrue();
        return pin.group(1);
    }

    private Reader readerOf(String number) {
        return cards.find(new CardNumber(number)).orElseThrow();
    }

    private String fileOf(String number) {
        return "/desk/readers/" + readerOf(number).alias();
    }

    @Test
    void thePinIsShownOnceAndWorks() {
        var number = newNumber();
        var pin = register(number);

        assertThat(cards.signIn(new CardNumber(number), pin)).isPresent();
        assertThat(desk.get(fileOf(number)).body())
                .contains("周建国", "zhou@example.org")
                .doesNotContain(pin);

        var reset = pinOn(desk.post(fileOf(number) + "/pin", Map.of()).body());
        assertThat(cards.signIn(new CardNumber(number), pin)).isEmpty();
        assertThat(cards.signIn(new CardNumber(number), reset)).isPresent();
    }

    @Test
    void aPinSheChoseIsNotShown() {
        var number = newNumber();

        var answer = desk.post("/desk/readers", registration(number, "135790"));

        assertThat(answer.location()).contains(fileOf(number));
        assertThat(desk.get(fileOf(number)).body()).contains("周建国").doesNotContain("135790");
        assertThat(cards.signIn(new CardNumber(number), "135790")).isPresent();
    }

    @Test
    void aScannedCardOpensItsReader() {
        var number = newNumber();
        register(number);

        assertThat(desk.get("/desk/readers?q=" + number).location()).contains(fileOf(number));
        desk.post("/desk/scans", Map.of("scan", number));
        assertThat(desk.get("/desk").body()).contains(fileOf(number));
    }

    @Test
    void aLostCardIsReplacedAndTheOldNumberSaysSo() {
        var number = newNumber();
        var next = newNumber();
        register(number);
        var file = fileOf(number);

        desk.post(file + "/lost-card", Map.of("card", number));
        assertThat(desk.get(file).body()).contains("已挂失");
        desk.post(
                file + "/cards",
                Map.of("number", next, "expires", LocalDate.now().plusYears(1).toString()));

        assertThat(fileOf(next)).isEqualTo(file);
        assertThat(cards.cardOf(readerOf(next).id()).orElseThrow().number().value())
                .isEqualTo(next);
        desk.post(file + "/undone-card", Map.of("card", next));
        assertThat(cards.find(new CardNumber(next))).isEmpty();
        desk.post(file + "/restored-card", Map.of("card", number));
        assertThat(cards.cardOf(readerOf(number).id())).isPresent();
        assertThat(desk.get(file + "/card").body()).contains("<svg");
    }

    @Test
    void aCardOfSomebodyElseIsNotTouched() {
        var number = newNumber();
        register(number);

        var answer = desk.post(fileOf(number) + "/lost-card", Map.of("card", LIN_XIAOMEI));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(cards.cardOf(readerOf(LIN_XIAOMEI).id())).isPresent();
    }

    @Test
    void aBlockIsGivenAndTakenBackWithReasons() {
        var number = newNumber();
        register(number);
        var file = fileOf(number);

        desk.post(file + "/block", Map.of("until", LocalDate.now().plusDays(9).toString(), "reason", "两册没有还"));
        assertThat(desk.get(file).body()).contains("两册没有还", "不能借");
        desk.post(file + "/unblocking", Map.of("why", "还清了"));

        assertThat(desk.get(file).body()).contains("还清了", "可以借");
    }

    @Test
    void aRegistrationOfTodayIsUndone() {
        var number = newNumber();
        register(number);

        var answer = desk.post(fileOf(number) + "/undoing", Map.of());

        assertThat(answer.location()).contains("/desk/readers");
        assertThat(cards.find(new CardNumber(number))).isEmpty();
    }

    @Test
    void anotherLibrarySeesHerOnlyAtTheDeskAndThatIsInTheTrail() {
        var number = newNumber();
        register(number);
        var file = fileOf(number);
        var district = visits.ofStaff(HE_MIN);

        assertThat(district.get("/desk/readers?q=" + number).body())
                .contains("别的馆")
                .doesNotContain("周建国");
        assertThat(district.get("/desk/readers?q=%E5%91%A8%E5%BB%BA%E5%9B%BD").body())
                .doesNotContain(file);
        assertThat(district.get(file).status()).isEqualTo(404);
        assertThat(district.post(file + "/pin", Map.of()).status()).isEqualTo(404);
        assertThat(looks(number)).isZero();

        district.post("/desk/scans", Map.of("scan", number));

        assertThat(district.get("/desk").body()).contains("周建国").doesNotContain(file);
        assertThat(looks(number)).isOne();
        assertThat(desk.get(file).body()).contains("云泽区图书馆");
    }

    private long looks(String number) {
        return trail.linesOf("reader", readerOf(number).id(), 50).stream()
                .filter(line -> line.action().equals("reader-looked-at"))
                .count();
    }
}
