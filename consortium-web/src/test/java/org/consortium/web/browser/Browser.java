package org.consortium.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.consortium.web.SmallWorld;

/**
 * Chromium in front of the running program. {@code CHROMIUM} names the binary; without it Debian's place is tried.
 * One browser serves all tests of a JVM; every opened page is a visit of its own that knows only what {@link #remember} kept.
 */
public final class Browser {

    private static final String BINARY = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
    /** Where pictures of every page are wanted; taking them is most of the work of looking at a page. */
    private static final Optional<Path> SCREENSHOTS =
            Optional.ofNullable(System.getenv("CONSORTIUM_SCREENSHOTS")).map(Path::of);

    private static final int MOST_BYTES = 60 * 1024;

    private static final List<Look> LOOKS = List.of(Look.PHONE, Look.PHONE.dark(), Look.DESK, Look.DESK.dark());

    private static final Pattern HEADING = Pattern.compile("<h1[ >]");

    /** Nobody in the page may scroll sideways: what is wide scrolls in a box of its own. */
    private static final String OVERFLOW =
            "document.documentElement.scrollWidth - document.documentElement.clientWidth";

    /**
     * What came over the line without images, in bytes as they were sent (compressed), with 300 of headers for each file. What the browser
     * still had from the page before counts as if it had come again.
     */
    private static final String WEIGHT = """
            () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .filter(one => !/[.](svg|png|jpg|webp|ico)([?]|$)/.test(one.name))
                .reduce((sum, one) => sum + one.encodedBodySize + 300, 0)
            """;

    /** Who signed in once at a server is not asked again: hashing the password takes its time. */
    private static final Map<String, List<Cookie>> SIGNED_IN = new ConcurrentHashMap<>();

    private final String address;
    private final List<BrowserContext> visits = new ArrayList<>();
    private List<Cookie> kept = List.of();

    Browser(String address) {
        this.address = address;
    }

    /** At 1440 pixels, by day, with scripts. */
    public Page open(String path) {
        return open(path, Look.DESK);
    }

    public Page open(String path, Look look) {
        var page = visit(look).newPage();
        page.navigate(address + path);
        return page;
    }

    /** From now on visits begin with the cookies of this page: somebody who signed in there stays signed in. */
    public void remember(Page page) {
        kept = page.context().cookies();
    }

    /** From now on visits are this reader's of the demo world, by her card number. */
    public Browser asReader(String card) {
        return as("reader", card, SmallWorld.PIN);
    }

    /** From now on visits are those of this member of staff of the demo world; all of them are one session. */
    public Browser asStaff(String login) {
        return as("staff", login, SmallWorld.PASSWORD);
    }

    private Browser as(String kind, String name, String secret) {
        kept = SIGNED_IN.computeIfAbsent(address + name, somebody -> {
            forget();
            var page = open("/sign-in?as=" + kind);
            signIn(page, name, secret);
            page.waitForURL(url -> !url.contains("/sign-in"));
            return page.context().cookies();
        });
        return this;
    }

    /** Fills in the sign-in page and sends it. */
    public static void signIn(Page page, String name, String secret) {
        page.fill("#name", name);
        page.fill("#secret", secret);
        page.click("main form button[type=submit]");
    }

    /** From now on visits are a stranger's. */
    public void forget() {
        kept = List.of();
    }

    /**
     * What every page must stand: it answers with 200 and sends nobody elsewhere, has its one heading before any script ran, is under
     * 60 KB, and so is all that comes with it but images, axe and the Nu HTML checker find nothing, nothing is wider than the screen, and nothing is refused by the
     * Content-Security-Policy. With {@code CONSORTIUM_SCREENSHOTS} naming a directory it is pictured there at both widths in both
     * themes, {@code name-width-theme.png}.
     */
    public void examine(String name, String path) {
        examine(name, path, 200);
    }

    /** The same for a page that comes with another status. */
    public void examine(String name, String path, int status) {
        var page = Chromium.EXAMINED;
        page.context().clearCookies();
        page.context().addCookies(kept);
        take(page, Look.PHONE);
        var complaints = new ArrayList<String>();
        Consumer<ConsoleMessage> listener = message -> {
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of")) {
                complaints.add("console: " + message.text());
            }
        };
        page.onConsoleMessage(listener);
        complaints.addAll(complaints(page, name, path, status));
        page.offConsoleMessage(listener);
        assertThat(complaints).as("%s (%s)", name, path).isEmpty();
    }

    private List<String> complaints(Page page, String name, String path, int status) {
        var response = page.navigate(address + path);
        page.waitForLoadState();
        if (response.status() != status || !isAt(page, path)) {
            return List.of("answered " + response.status() + " at " + page.url());
        }
        int weight = ((Number) page.evaluate(WEIGHT)).intValue();
        var complaints = new ArrayList<>(complaints(response.text()));
        if (weight > MOST_BYTES) {
            complaints.add("bytes with styles and scripts: " + weight);
        }
        LOOKS.forEach(look -> complaints.addAll(complaints(page, name, look)));
        PagesSeen.add(path, weight, complaints);
        return complaints;
    }

    private static List<String> complaints(String html) {
        var complaints = new ArrayList<>(HtmlChecker.complaints(html));
        if (html.getBytes(UTF_8).length > MOST_BYTES) {
            complaints.add("bytes: " + html.getBytes(UTF_8).length);
        }
        if (HEADING.matcher(html).results().count() != 1) {
            complaints.add("not exactly one h1");
        }
        return complaints;
    }

    private static List<String> complaints(Page page, String name, Look look) {
        take(page, look);
        var complaints = new ArrayList<String>();
        var overflow = ((Number) page.evaluate(OVERFLOW)).intValue();
        if (overflow > 0) {
            complaints.add(look.name() + ": " + overflow + " px wider than the screen");
        }
        screenshot(page, name, look);
        var found = look.equals(Look.PHONE) ? Axe.onEveryRule(page) : Axe.onWhatLooksDecide(page);
        found.forEach(rule -> complaints.add("axe " + look.name() + ": " + rule));
        return complaints;
    }

    private static void take(Page page, Look look) {
        page.setViewportSize(look.width(), look.height());
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.theme()));
    }

    private boolean isAt(Page page, String path) {
        return URLDecoder.decode(page.url(), UTF_8).equals(URLDecoder.decode(address + path, UTF_8));
    }

    /** What axe-core finds on the page as it stands. */
    public static List<String> accessibility(Page page, Look look) {
        return Axe.onEveryRule(page).stream()
                .map(found -> "axe " + look.name() + ": " + found)
                .toList();
    }

    public static void screenshot(Page page, String name, Look look) {
        SCREENSHOTS.ifPresent(directory -> page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(directory.resolve(name + "-" + look.name() + ".png"))));
    }

    /** Ends the visits of one test. */
    void leave() {
        visits.forEach(BrowserContext::close);
        visits.clear();
        forget();
    }

    private BrowserContext visit(Look look) {
        var context = Chromium.visit(look);
        context.addCookies(kept);
        visits.add(context);
        return context;
    }

    /** Started by the first test that needs it, ended with the JVM. */
    private static final class Chromium {

        private static final com.microsoft.playwright.Browser RUNNING = start();

        /** Where pages are examined one after the other: a window and a process for each would be a third of the work. */
        static final Page EXAMINED = visit(Look.PHONE).newPage();

        static BrowserContext visit(Look look) {
            return RUNNING.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                    .setViewportSize(look.width(), look.height())
                    .setColorScheme(look.theme())
                    .setJavaScriptEnabled(look.scripts())
                    .setLocale("zh-CN"));
        }

        private static com.microsoft.playwright.Browser start() {
            if (!Files.isExecutable(Path.of(BINARY))) {
                throw new IllegalStateException(
                        "No Chromium at " + BINARY + ": apt-get install chromium fonts-noto-cjk, or set CHROMIUM");
            }
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(BINARY))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
        }
    }
}
