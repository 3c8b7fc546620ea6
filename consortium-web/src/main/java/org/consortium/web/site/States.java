package org.consortium.web.site;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The shape beside the word of a state, so that it is never told by colour alone. The word is the message
 * {@code word.type.value}, {@code word.copy-status.on-shelf}.
 */
@Component
public class States {

    /** ok ● allowed or here, wait ◐ waiting, move ▶ on its way, out ○ away, ref □ stays in, stop ◆ refused, done ✓ finished. */
    private static final Map<String, String> MARKS = Map.of();

    private static final String OTHERWISE = "out";

    public String mark(Enum<?> state) {
        return MARKS.getOrDefault(name(state), OTHERWISE);
    }

    /** The message key. */
    public String word(Enum<?> state) {
        return "word." + name(state);
    }

    private static String name(Enum<?> state) {
        var type = state.getDeclaringClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-");
        return (type + "." + state.name().replace('_', '-')).toLowerCase(Locale.ROOT);
    }
}
