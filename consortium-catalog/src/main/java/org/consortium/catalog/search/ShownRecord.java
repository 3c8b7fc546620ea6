package org.consortium.catalog.search;

import java.util.List;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.IdProjection;
import org.hibernate.search.mapper.pojo.mapping.definition.annotation.ProjectionConstructor;

/** What the index keeps of a record for a line of results. */
@ProjectionConstructor
record ShownRecord(
        @IdProjection String id,
        String title,
        String part,
        String subtitle,
        String originalTitle,
        String byline,
        String edition,
        String publisher,
        Integer year,
        String format,
        String clc,
        List<String> languages,
        List<String> isbns) {}
