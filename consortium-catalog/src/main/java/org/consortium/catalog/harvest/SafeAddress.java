package org.consortium.catalog.harvest;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.consortium.core.Refusal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Lets requests go to the public network only: who sets up a harvest must not make this program knock at doors behind its
 * own firewall. Hosts named in {@code consortium.harvest.private-hosts} are excepted, for members in the same network.
 * Asked before every request; Java keeps a resolved name for half a minute, so that the answer is the one connected to.
 */
@Component
class SafeAddress {

    private final Set<String> excepted;

    SafeAddress(@Value("${consortium.harvest.private-hosts:}") Set<String> excepted) {
        this.excepted = excepted;
    }

    /** The address in one spelling, without what asks something and where in the page. */
    static URI form(String text) {
        try {
            var uri = URI.create(text.strip());
            var scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            if (web && uri.getHost() != null && uri.getUserInfo() == null && text.length() <= 500) {
                return URI.create(text.strip().replaceAll("[?#].*", ""));
            }
        } catch (IllegalArgumentException odd) {
            // told below
        }
        throw new Refusal(HarvestRefusal.HARVEST_ADDRESS_FORM);
    }

    void check(URI address) {
        form(address.toString());
        var host = address.getHost();
        if (excepted.contains(host.toLowerCase(Locale.ROOT))) {
            return;
        }
        try {
            for (var one : InetAddress.getAllByName(host)) {
                if (isPrivate(one)) {
                    throw new Refusal(HarvestRefusal.HARVEST_ADDRESS_PRIVATE);
                }
            }
        } catch (UnknownHostException unknown) {
            throw new Refusal(HarvestRefusal.HARVEST_NOT_REACHED, "no such host: " + host);
        }
    }

    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return true;
        }
        var bytes = address.getAddress();
        return address instanceof Inet4Address
                ? isPrivate4(bytes)
                : address instanceof Inet6Address && isPrivate6(bytes);
    }

    /** This network, shared address space (RFC 6598), protocol assignments, benchmarking and what is reserved. */
    private static boolean isPrivate4(byte[] bytes) {
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        return first == 0
                || first == 100 && second >= 64 && second < 128
                || first == 192 && second == 0 && bytes[2] == 0
                || first == 198 && (second == 18 || second == 19)
                || first >= 240;
    }

    /** Unique local addresses (RFC 4193), and those that carry an IPv4 address inside (RFC 6052, 6to4, Teredo). */
    private static boolean isPrivate6(byte[] bytes) {
        int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
        int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
        return (first & 0xFE00) == 0xFC00
                || first == 0x2002
                || first == 0x2001 && second == 0
                || first == 0x64 && second == 0xFF9B;
    }
}
