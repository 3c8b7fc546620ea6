package org.consortium.web;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.consortium.catalog.intake.CopyDesk;
import org.consortium.catalog.intake.RecordIntake;
import org.consortium.core.Label;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.FirstRun;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.MembershipDesk;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffDesk;
import org.consortium.core.member.TokenDesk;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Format;
import org.consortium.core.union.ItemClass;
import org.consortium.core.union.RecordId;
import org.consortium.loans.card.ReaderDesk;
import org.consortium.loans.card.Registration;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.test.context.TestComponent;

/**
 * Four libraries of Yunze with the people the prototypes and the demo world name: enough for every role to come through every door. It is
 * made once for each program under test.
 */
@TestComponent
public class SmallWorld implements ApplicationRunner {

    public static final String PASSWORD = "yunze-demo";
    public static final String PIN = "246810";

    public static final LibraryCode CITY = new LibraryCode("yunze-city");
    public static final LibraryCode DISTRICT = new LibraryCode("yunze-district");
    public static final LibraryCode QIAOTOU = new LibraryCode("qiaotou");
    public static final LibraryCode NORMAL = new LibraryCode("yunze-normal");

    public static final BranchCode CITY_MAIN = new BranchCode("city-main");
    public static final BranchCode DISTRICT_MAIN = new BranchCode("district-main");
    public static final BranchCode QIAOTOU_MAIN = new BranchCode("qiaotou-main");
    public static final BranchCode NORMAL_MAIN = new BranchCode("normal-main");

    /** Council admin and nothing else. */
    public static final String COUNCIL = "council";
    /** Admin of the city library. */
    public static final String FANG_ZHIMING = "fangzhiming";
    /** Librarian of the city library. */
    public static final String XU_WENJING = "xuwenjing";
    /** Librarian of the district library. */
    public static final String HE_MIN = "hemin";
    /** Librarian and admin of Qiaotou. */
    public static final String SU_HONGMEI = "suhongmei";
    /** Librarian of the college. */
    public static final String YE_ZHOU = "yezhou";

    /** Reader of Qiaotou. */
    public static final String LIN_XIAOMEI = "3301008645721";
    /** Reader of Qiaotou. */
    public static final String JIANG_CHEN = "3301008610945";

    private final FirstRun firstRun;
    private final MembershipDesk membership;
    private final StaffDesk staffDesk;
    private final TokenDesk tokens;
    private final ReaderDesk readers;
    private final RecordIntake records;
    private final CopyDesk copies;
    private final Clock clock;

    private Staff council;
    private String hisToken;

    SmallWorld(
            FirstRun firstRun,
            MembershipDesk membership,
            StaffDesk staffDesk,
            TokenDesk tokens,
            ReaderDesk readers,
            RecordIntake records,
            CopyDesk copies,
            Clock clock) {
        this.firstRun = firstRun;
        this.membership = membership;
        this.staffDesk = staffDesk;
        this.tokens = tokens;
        this.readers = readers;
        this.records = records;
        this.copies = copies;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        council = firstRun.begin(
                CITY, profile(LibraryKind.CITY, "云泽市图书馆", "Yunze City Library"), COUNCIL, name("理事会秘书处"), PASSWORD);
        staffDesk.edit(COUNCIL, null, name("理事会秘书处"), Set.of(Role.COUNCIL_ADMIN), council);
        library(DISTRICT, CITY, LibraryKind.DISTRICT, "云泽区图书馆", "Yunze District Library");
        library(QIAOTOU, DISTRICT, LibraryKind.TOWNSHIP, "桥头镇图书馆", "Qiaotou Township Library");
        library(NORMAL, null, LibraryKind.UNIVERSITY, "云泽师范学院图书馆", "Yunze Normal College Library");
        branch(CITY_MAIN, CITY, "云泽市图书馆");
        branch(DISTRICT_MAIN, DISTRICT, "云泽区图书馆");
        branch(QIAOTOU_MAIN, QIAOTOU, "桥头镇图书馆");
        branch(NORMAL_MAIN, NORMAL, "云泽师范学院图书馆");
        staff(FANG_ZHIMING, "方志明", CITY, Role.LIBRARY_ADMIN);
        staff(XU_WENJING, "许文静", CITY, Role.LIBRARIAN);
        staff(HE_MIN, "何敏", DISTRICT, Role.LIBRARIAN);
        staff(SU_HONGMEI, "苏红梅", QIAOTOU, Role.LIBRARIAN, Role.LIBRARY_ADMIN);
        staff(YE_ZHOU, "叶舟", NORMAL, Role.LIBRARIAN);
        reader(LIN_XIAOMEI, "林晓梅", QIAOTOU);
        reader(JIANG_CHEN, "江晨", QIAOTOU);
        hisToken =
                tokens.create("夜间导入", staffDesk.required(XU_WENJING, council)).secret();
    }

    /** The token of a program that acts as 许文静 of the city library. */
    public String token() {
        return hisToken;
    }

    public Staff staff(String login) {
        return staffDesk.required(login, council);
    }

    /** A book that this library holds, in one copy on the shelf of this branch. */
    public RecordId book(String title, String librarian, BranchCode branch, String barcode) {
        var by = staff(librarian);
        var at = clock.instant();
        var added = records.add(
                by.library(),
                barcode,
                Description.titled(title)
                        .format(Format.BOOK)
                        .languages(List.of("chi"))
                        .build(),
                by.actor(),
                at);
        copies.addCopy(
                added.contribution(), branch, new Barcode(barcode), "I247.57/1", ItemClass.BOOK, null, by.actor(), at);
        return added.record();
    }

    private void library(LibraryCode code, LibraryCode parent, LibraryKind kind, String zh, String en) {
        membership.addLibrary(code, parent, profile(kind, zh, en), council);
    }

    public void branch(BranchCode code, LibraryCode library, String name) {
        var everyDay = new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0));
        var hours = Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> everyDay));
        var place = new Branch.Place(name(name), "", "", null, null, "Asia/Shanghai", true, "");
        membership.addBranch(code, library, place, new Calendar(hours, Set.of()), council);
    }

    private void staff(String login, String name, LibraryCode library, Role... roles) {
        staffDesk.add(login, name(name), library, Set.of(roles), PASSWORD, council);
    }

    private void reader(String card, String name, LibraryCode home) {
        var inAYear = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusYears(1);
        readers.register(
                new Registration(new CardNumber(card), name, ReaderClass.ADULT, PIN, inAYear, "", "", null),
                home,
                staff(SU_HONGMEI).actor());
    }

    private static Library.Profile profile(LibraryKind kind, String zh, String en) {
        return new Library.Profile(kind, new Label(zh, en), null, "", "", "", "", true);
    }

    private static Label name(String name) {
        return new Label(name, "");
    }
}
