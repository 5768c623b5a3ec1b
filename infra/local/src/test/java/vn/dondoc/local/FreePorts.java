package vn.dondoc.local;

import static vn.dondoc.embedded.Ports.free;

/** Ports that nobody listens on. */
final class FreePorts {

    private FreePorts() {}

    static Ports take() {
        return new Ports(free(), free(), free(), free(), free(), free(), free(), free());
    }
}
