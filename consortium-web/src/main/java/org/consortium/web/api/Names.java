package org.consortium.web.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import org.consortium.core.Label;

/** The name of a thing in simplified Chinese and in English. */
@Schema(
        name = "Name",
        description = "A name in simplified Chinese and in English; where only one is known it stands for both")
record Names(
        @Schema(description = "In simplified Chinese", example = "桥头镇图书馆") @Size(max = 200)
        String zh,

        @Schema(description = "In English", example = "Qiaotou Township Library") @Size(max = 200)
        String en) {

    static Names of(Label label) {
        return new Names(label.zh(), label.en());
    }

    Label label() {
        return new Label(zh, en);
    }

    @AssertTrue(message = "{problem.field.missing}")
    @Schema(hidden = true)
    boolean isOneGiven() {
        return zh != null && !zh.isBlank() || en != null && !en.isBlank();
    }
}
