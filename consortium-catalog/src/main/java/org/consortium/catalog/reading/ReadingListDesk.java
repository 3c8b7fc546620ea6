package org.consortium.catalog.reading;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.consortium.core.Link;
import org.consortium.core.Refusal;
import org.consortium.core.union.RecordId;
import org.consortium.core.union.UnionRecords;
import org.consortium.core.union.UnionRefusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a reader keeps her lists. Another's list is not found. What she reads is nobody's business: nothing of it is in the trail, and what
 * she takes away is gone for good after a day.
 */
@Service
@Transactional
public class ReadingListDesk {

    private static final Duration PUT_BACK_WITHIN = Duration.ofDays(1);

    private final UnionRecords records;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReadingListDesk(UnionRecords records, JdbcClient jdbc, Clock clock) {
        this.records = records;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public Handle make(String name, String note, long reader) {
        var handle = Handle.random();
        var named = ReadingList.name(name);
        var noted = ReadingList.note(note, ReadingList.LONGEST_NOTE);
        checkRoomForOneMore(reader);
        jdbc.sql("""
                insert into reading_list (handle, reader, name, note, made_at, changed_at)
                values (:handle, :reader, :name, :note, :now, :now)
                """)
                .param("handle", handle.value())
                .param("reader", reader)
                .param("name", named)
                .param("note", noted)
                .param("now", now())
                .update();
        return handle;
    }

    private void checkRoomForOneMore(long reader) {
        int lists = jdbc.sql("select count(*) from reading_list where reader = :reader and taken_at is null")
                .param("reader", reader)
                .query(Integer.class)
                .single();
        if (lists >= ReadingList.MOST_LISTS) {
            throw new Refusal(ReadingRefusal.READING_LISTS_TOO_MANY, ReadingList.MOST_LISTS);
        }
    }

    public void describe(Handle handle, String name, String note, long reader) {
        long list = held(handle, reader);
        jdbc.sql("update reading_list set name = :name, note = :note, changed_at = :now where id = :list")
                .param("name", ReadingList.name(name))
                .param("note", ReadingList.note(note, ReadingList.LONGEST_NOTE))
                .param("now", now())
                .param("list", list)
                .update();
    }

    /** The list goes, and its link with it; for a day it can be put back. */
    public void takeAway(Handle handle, long reader) {
        long list = held(handle, reader);
        jdbc.sql("update reading_list set taken_at = :now, link = null where id = :list")
                .param("now", now())
                .param("list", list)
                .update();
    }

    /** Refused while there are as many as she may have. */
    public void putBack(Handle handle, long reader) {
        boolean taken = jdbc.sql("""
                select taken_at is not null from reading_list
                where handle = :handle and reader = :reader
                for update
                """)
                .param("handle", handle.value())
                .param("reader", reader)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new Refusal(ReadingRefusal.READING_LIST_NOT_FOUND));
        if (taken) {
            checkRoomForOneMore(reader);
            jdbc.sql("update reading_list set taken_at = null where handle = :handle")
                    .param("handle", handle.value())
                    .update();
        }
    }

    /** At the end of the list, in this order; how many were not in it before. */
    public int add(Handle handle, Collection<RecordId> wanted, long reader) {
        long list = held(handle, reader);
        var known = new LinkedHashSet<>(inOrder(list));
        int added = 0;
        for (var record : wanted) {
            var now = records.required(record).id();
            if (known.add(now)) {
                put(list, now, known.size());
                added++;
            }
        }
        checkSize(known.size());
        changed(list);
        return added;
    }

    private static void checkSize(int records) {
        if (records > ReadingList.MOST_RECORDS) {
            throw new Refusal(ReadingRefusal.READING_LIST_FULL, ReadingList.MOST_RECORDS);
        }
    }

    private void put(long list, RecordId record, int position) {
        jdbc.sql("""
                insert into reading_list_record (list, record, position, added_at)
                values (:list, :record, :position, :now)
                on conflict (list, record) do update set taken_at = null, position = :position, added_at = :now
                """)
                .param("list", list)
                .param("record", record.value())
                .param("position", position)
                .param("now", now())
                .update();
    }

    public void note(Handle handle, RecordId record, String note, long reader) {
        long list = held(handle, reader);
        var noted = ReadingList.note(note, ReadingList.LONGEST_LINE_NOTE);
        change(list, record, "note = :to", noted);
    }

    /** Out of the list; for a day it can be put back in its place. */
    public void takeOut(Handle handle, RecordId record, long reader) {
        change(held(handle, reader), record, "taken_at = :to", now());
    }

    /** Refused where the list is full meanwhile. */
    public void putBackIn(Handle handle, RecordId record, long reader) {
        long list = held(handle, reader);
        change(list, record, "taken_at = cast(:to as timestamptz)", null);
        checkSize(inOrder(list).size());
    }

    /** Also the lines of other records that have become one with it. */
    private void change(long list, RecordId record, String change, Object to) {
        int lines = jdbc.sql("""
                update reading_list_record set %s
                where list = :list and record_now(record) = record_now(:record)
                """.formatted(change))
                .param("to", to)
                .param("list", list)
                .param("record", record.value())
                .update();
        if (lines == 0) {
            throw new Refusal(UnionRefusal.RECORD_NOT_FOUND, record);
        }
        changed(list);
    }

    public void move(Handle handle, RecordId record, ListStep step, long reader) {
        long list = held(handle, reader);
        var order = new ArrayList<>(inOrder(list));
        int from = order.indexOf(records.required(record).id());
        if (from < 0) {
            throw new Refusal(UnionRefusal.RECORD_NOT_FOUND, record);
        }
        int to = switch (step) {
            case UP -> Math.max(0, from - 1);
            case DOWN -> Math.min(order.size() - 1, from + 1);
            case FIRST -> 0;
            case LAST -> order.size() - 1;
        };
        order.add(to, order.remove(from));
        keepOrder(list, order);
    }

    /** These first and in this order, the others as they stood. */
    public void order(Handle handle, List<RecordId> first, long reader) {
        long list = held(handle, reader);
        var before = inOrder(list);
        var order = new LinkedHashSet<RecordId>();
        first.stream().map(id -> records.required(id).id()).forEach(order::add);
        order.retainAll(before);
        order.addAll(before);
        keepOrder(list, List.copyOf(order));
    }

    private List<RecordId> inOrder(long list) {
        return jdbc.sql("""
                select record_now(record) from reading_list_record
                where list = :list and taken_at is null
                order by position, record
                """).param("list", list).query(String.class).list().stream()
                .map(RecordId::new)
                .distinct()
                .toList();
    }

    private void keepOrder(long list, List<RecordId> order) {
        jdbc.sql("""
                update reading_list_record r set position = asked.place
                from unnest(:order) with ordinality as asked (id, place)
                where r.list = :list and record_now(r.record) = asked.id
                """)
                .param("list", list)
                .param("order", order.stream().map(RecordId::value).toArray(String[]::new))
                .update();
        changed(list);
    }

    /** Whoever has the link may look from now on; the same link until it is withdrawn. */
    public Link share(Handle handle, long reader) {
        long list = held(handle, reader);
        return new Link(jdbc.sql("update reading_list set link = coalesce(link, :link) where id = :list returning link")
                .param("link", Link.random().value())
                .param("list", list)
                .query(String.class)
                .single());
    }

    /** The link leads nowhere from now on; shared again, the list gets another. */
    public void withdraw(Handle handle, long reader) {
        jdbc.sql("update reading_list set link = null where id = :list")
                .param("list", held(handle, reader))
                .update();
    }

    /** What was taken away a day ago is forgotten. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    public void forget() {
        var before = now().minus(PUT_BACK_WITHIN);
        jdbc.sql("delete from reading_list where taken_at < :before")
                .param("before", before)
                .update();
        jdbc.sql("delete from reading_list_record where taken_at < :before")
                .param("before", before)
                .update();
    }

    /** The list, held until the end of the transaction so that two changes do not cross. */
    private long held(Handle handle, long reader) {
        return jdbc.sql("""
                select id from reading_list
                where handle = :handle and reader = :reader and taken_at is null
                for update
                """)
                .param("handle", handle.value())
                .param("reader", reader)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refusal(ReadingRefusal.READING_LIST_NOT_FOUND));
    }

    private void changed(long list) {
        jdbc.sql("update reading_list set changed_at = :now where id = :list")
                .param("now", now())
                .param("list", list)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
