package org.consortium.loans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.consortium.core.Label;
import org.consortium.core.card.CardNumber;
import org.consortium.core.card.Reader;
import org.consortium.core.card.ReaderCard;
import org.consortium.core.card.ReaderCards;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.card.Readers;
import org.consortium.core.database.MovableClock;
import org.consortium.core.member.Branch;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Calendar;
import org.consortium.core.member.Hours;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Library;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.LibraryKind;
import org.consortium.core.member.Role;
import org.consortium.core.member.Staff;
import org.consortium.core.member.StaffMembers;
import org.consortium.core.union.Barcode;
import org.consortium.core.union.Copies;
import org.consortium.core.union.Copy;
import org.consortium.core.union.RecordId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * The fictional region every test happens in, with the same libraries and people as the demo: 林晓梅 of 桥头镇, 何敏 of
 * 云泽区, and the others. {@link #begins()} clears the shelves and sets the clock to a Wednesday, ten in the morning.
 */
@Component
public class Yunze {

    public static final LibraryCode CITY = new LibraryCode("yunze-city");
    public static final LibraryCode DISTRICT = new LibraryCode("yunze-district");
    public static final LibraryCode QIAOTOU = new LibraryCode("qiaotou");
    public static final LibraryCode LIUXI = new LibraryCode("liuxi");
    public static final LibraryCode UNIVERSITY = new LibraryCode("yunze-normal");

    public static final BranchCode CITY_MAIN = new BranchCode("city-main");
    public static final BranchCode CITY_SOUTH = new BranchCode("city-south");
    public static final BranchCode DISTRICT_MAIN = new BranchCode("district-main");
    public static final BranchCode QIAOTOU_MAIN = new BranchCode("qiaotou-main");
    public static final BranchCode LIUXI_MAIN = new BranchCode("liuxi-main");
    public static final BranchCode UNIVERSITY_MAIN = new BranchCode("normal-main");

    public static final CardNumber XIAOMEIS_CARD = new CardNumber("3301008645721");
    public static final CardNumber JIANG_CHENS_CARD = new CardNumber("3301008610945");
    public static final CardNumber GAO_XIANGS_CARD = new CardNumber("3301008002157");
    public static final CardNumber ZIHANS_CARD = new CardNumber("3301008901140");
    public static final String PIN = "246810";

    public Staff suHongmei;
    public Staff heMin;
    public Staff xuWenjing;
    public Staff yeZhou;
    public Staff liuQingqing;

    public Reader linXiaomei;
    public Reader jiangChen;
    public Reader gaoXiang;
    public Reader luoZihan;

    private final Map<BranchCode, LibraryCode> owners = new HashMap<>();
    private final Libraries libraries;
    private final Branches branches;
    private final StaffMembers staff;
    private final Readers readers;
    private final ReaderCards cards;
    private final PasswordEncoder encoder;
    private final Copies copies;
    private final JdbcClient jdbc;
    private final MovableClock clock;
    private String pinHash;
    private long records;

    Yunze(
            Libraries libraries,
            Branches branches,
            StaffMembers staff,
            Readers readers,
            ReaderCards cards,
            PasswordEncoder encoder,
            Copies copies,
            JdbcClient jdbc,
            MovableClock clock) {
        this.libraries = libraries;
        this.branches = branches;
        this.staff = staff;
        this.readers = readers;
        this.cards = cards;
        this.encoder = encoder;
        this.copies = copies;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void begins() {
        clock.setBack();
        jdbc.sql("""
                truncate notice, odd_return, request_step, attempt, request, transit, loan, trail, copy, union_record,
                  contribution, reader_card, reader, priority, staff, staff_role, branch,
                  branch_hours, branch_closed_day, library cascade
                """).update();
        jdbc.sql("delete from recognition where home <> '*' or owner <> '*'").update();
        jdbc.sql("delete from lending_limit where owner <> '*' or reader_class = 'RURAL'")
                .update();
        place(CITY, LibraryKind.CITY, null, "云泽市图书馆", "Yunze City Library");
        place(DISTRICT, LibraryKind.DISTRICT, CITY, "云泽区图书馆", "Yunze District Library");
        place(QIAOTOU, LibraryKind.TOWNSHIP, DISTRICT, "桥头镇图书馆", "Qiaotou Township Library");
        place(LIUXI, LibraryKind.TOWNSHIP, CITY, "柳溪镇图书馆", "Liuxi Township Library");
        place(UNIVERSITY, LibraryKind.UNIVERSITY, null, "云泽师范学院图书馆", "Yunze Normal College Library");
        branch(CITY_MAIN, CITY, "云泽市图书馆", 29.5420, 123.9710, true, DayOfWeek.MONDAY);
        branch(CITY_SOUTH, CITY, "城南分馆", 29.4700, 123.9900, true, null);
        branch(DISTRICT_MAIN, DISTRICT, "云泽区图书馆", 29.5000, 124.0000, true, null);
        branch(QIAOTOU_MAIN, QIAOTOU, "桥头镇图书馆", 29.5300, 124.1820, true, DayOfWeek.MONDAY);
        branch(LIUXI_MAIN, LIUXI, "柳溪镇图书馆", 29.7600, 123.8300, true, DayOfWeek.MONDAY);
        branch(UNIVERSITY_MAIN, UNIVERSITY, "云泽师范学院图书馆", 29.4780, 124.0190, true, null);
        suHongmei = librarian("suhongmei", "苏红梅", "Su Hongmei", QIAOTOU);
        heMin = librarian("hemin", "何敏", "He Min", DISTRICT);
        xuWenjing = librarian("xuwenjing", "许文静", "Xu Wenjing", CITY);
        yeZhou = librarian("yezhou", "叶舟", "Ye Zhou", UNIVERSITY);
        liuQingqing = librarian("liuqingqing", "柳青青", "Liu Qingqing", LIUXI);
        linXiaomei = reader(XIAOMEIS_CARD, "林晓梅", QIAOTOU, ReaderClass.ADULT);
        jiangChen = reader(JIANG_CHENS_CARD, "江晨", QIAOTOU, ReaderClass.ADULT);
        gaoXiang = reader(GAO_XIANGS_CARD, "高翔", CITY, ReaderClass.ADULT);
        luoZihan = reader(ZIHANS_CARD, "罗子涵", UNIVERSITY, ReaderClass.STUDENT);
    }

    private void place(LibraryCode code, LibraryKind kind, LibraryCode under, String zh, String en) {
        var profile = new Library.Profile(kind, new Label(zh, en), null, "云泽市", "", "", "", true);
        libraries.saveAndFlush(new Library(code, under, profile, today().minusYears(3)));
    }

    private void branch(
            BranchCode code,
            LibraryCode of,
            String name,
            double latitude,
            double longitude,
            boolean pickup,
            DayOfWeek closedOn) {
        var hours = new EnumMap<DayOfWeek, Hours>(DayOfWeek.class);
        for (var day : DayOfWeek.values()) {
            if (day != closedOn) {
                hours.put(day, new Hours(LocalTime.of(8, 30), LocalTime.of(18, 0)));
            }
        }
        var place = new Branch.Place(
                new Label(name, code.value()), "", "", latitude, longitude, "Asia/Shanghai", pickup, "周二、周四");
        branches.saveAndFlush(new Branch(code, of, place, new Calendar(hours, Set.of())));
        owners.put(code, of);
    }

    private Staff librarian(String login, String zh, String en, LibraryCode library) {
        return staff.saveAndFlush(
                new Staff(login, new Label(zh, en), library, Set.of(Role.LIBRARIAN), "none", clock.instant()));
    }

    public Reader reader(CardNumber card, String name, LibraryCode home, ReaderClass readerClass) {
        var reader = readers.saveAndFlush(new Reader(home, name, readerClass, pinHash(), today()));
        cards.saveAndFlush(new ReaderCard(card, reader, today(), today().plusYears(2)));
        return reader;
    }

    /** Made once: a slow hash is meant to be slow. */
    private String pinHash() {
        if (pinHash == null) {
            pinHash = encoder.encode(PIN);
        }
        return pinHash;
    }

    /** A book in the union catalogue that nobody holds yet. */
    public RecordId book(String title) {
        var id = RecordId.of(++records);
        jdbc.sql("""
                insert into union_record (id, title, byline, year, format, created_at, changed_at, version)
                values (:id, :title, '', null, 'BOOK', :now, :now, 0)
                """)
                .param("id", id.value())
                .param("title", title)
                .param("now", now())
                .update();
        return id;
    }

    /** A copy on the shelf of a branch, there for a year. */
    public Barcode copy(RecordId record, BranchCode at, String barcode) {
        var library = owners.get(at);
        jdbc.sql("""
                insert into contribution
                  (record, library, control_number, family, encoding, raw, hash, description, created_at, changed_at, version)
                values (:record, :library, :record, 'MARC21', 'UTF-8', '', '', '{}', :now, :now, 0)
                on conflict do nothing
                """)
                .param("record", record.value())
                .param("library", library.value())
                .param("now", now())
                .update();
        jdbc.sql("""
                update union_record u set elected = (select min(c.id) from contribution c where c.record = u.id)
                where u.id = :record
                """).param("record", record.value()).update();
        jdbc.sql("""
                insert into copy (contribution, record, library, branch, at_branch, barcode, call_number, shelf, item_class,
                  in_library_only, status, status_since, acquired_on, version)
                select id, record, library, :branch, :branch, :barcode, 'I247.57/4514', '二楼文学区', 'BOOK',
                  false, 'ON_SHELF', :now, :acquired, 0
                from contribution
                where library = :library and control_number = :record
                """)
                .param("record", record.value())
                .param("library", library.value())
                .param("branch", at.value())
                .param("barcode", barcode)
                .param("acquired", today().minusYears(1))
                .param("now", now())
                .update();
        return new Barcode(barcode);
    }

    /** The copy as it is now in the database. */
    public Copy copyAt(BranchCode home, Barcode barcode) {
        return copies.required(owners.get(home), barcode);
    }

    public Staff staffOf(LibraryCode library) {
        return Map.of(QIAOTOU, suHongmei, DISTRICT, heMin, CITY, xuWenjing, UNIVERSITY, yeZhou, LIUXI, liuQingqing)
                .get(library);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
