package org.consortium.core.member;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Version;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.consortium.core.Label;

/** A service point of a library, with an address, a calendar and its own time zone: where copies stand and readers come. */
@Entity
public class Branch {

    private static final double EARTH_RADIUS_KM = 6371;

    @Id
    private String code;

    private LibraryCode library;

    @Embedded
    private Place place;

    private boolean closed;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "branch_hours", joinColumns = @JoinColumn(name = "branch"))
    @MapKeyColumn(name = "weekday")
    @MapKeyEnumerated(EnumType.STRING)
    private Map<DayOfWeek, Hours> hours = new HashMap<>();

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "branch_closed_day", joinColumns = @JoinColumn(name = "branch"))
    @Column(name = "day")
    private Set<LocalDate> closedDays = new HashSet<>();

    @Version
    private long version;

    protected Branch() {}

    public Branch(BranchCode code, LibraryCode library, Place place, Calendar calendar) {
        this.code = code.value();
        this.library = library;
        describe(place, calendar);
    }

    /**
     * Where a branch is and what it offers.
     *
     * @param zone time zone name of the IANA database, as Asia/Shanghai
     * @param pickup whether readers may collect requests here
     * @param courier the days and time the van calls, as people say it
     */
    @Embeddable
    public record Place(
            @Embedded
            @AttributeOverride(name = "zh", column = @Column(name = "name_zh"))
            @AttributeOverride(name = "en", column = @Column(name = "name_en"))
            Label name,

            String addressZh,
            String addressEn,
            Double latitude,
            Double longitude,
            String zone,
            boolean pickup,
            String courier) {

        public Place {
            addressZh = addressZh == null ? "" : addressZh.strip();
            addressEn = addressEn == null ? "" : addressEn.strip();
            courier = courier == null ? "" : courier.strip();
            try {
                zone = ZoneId.of(zone).getId();
            } catch (java.time.DateTimeException unknown) {
                throw new IllegalArgumentException("Not a time zone: " + zone, unknown);
            }
            if (addressZh.length() > 300 || addressEn.length() > 300 || courier.length() > 60) {
                throw new IllegalArgumentException("An address has at most 300 characters, courier days 60");
            }
            if (latitude != null && (latitude < -90 || latitude > 90)
                    || longitude != null && (longitude < -180 || longitude > 180)) {
                throw new IllegalArgumentException("Latitude runs from -90 to 90, longitude from -180 to 180");
            }
        }
    }

    public final void describe(Place newPlace, Calendar calendar) {
        place = newPlace;
        hours.clear();
        hours.putAll(calendar.hours());
        closedDays.clear();
        closedDays.addAll(calendar.closedDays());
    }

    public void close() {
        closed = true;
    }

    public void reopen() {
        closed = false;
    }

    public BranchCode code() {
        return new BranchCode(code);
    }

    public LibraryCode library() {
        return library;
    }

    public Label name() {
        return place.name();
    }

    public Place place() {
        return place;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Whether readers may have requests sent here. */
    public boolean offersPickup() {
        return place.pickup() && !closed;
    }

    public Calendar calendar() {
        return new Calendar(hours, closedDays);
    }

    public ZoneId zone() {
        return ZoneId.of(place.zone());
    }

    public LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, zone());
    }

    /** Distance as the crow flies, in kilometres, where both places are known. */
    public Optional<Double> kilometresTo(Branch other) {
        if (place.latitude() == null
                || other.place.latitude() == null
                || place.longitude() == null
                || other.place.longitude() == null) {
            return Optional.empty();
        }
        double here = Math.toRadians(place.latitude());
        double there = Math.toRadians(other.place.latitude());
        double north = Math.sin((there - here) / 2);
        double east = Math.sin(Math.toRadians(other.place.longitude() - place.longitude()) / 2);
        double chord = north * north + Math.cos(here) * Math.cos(there) * east * east;
        return Optional.of(2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(chord)));
    }

    public long version() {
        return version;
    }
}
