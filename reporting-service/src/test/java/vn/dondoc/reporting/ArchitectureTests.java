package vn.dondoc.reporting;

import org.junit.jupiter.api.Test;
import vn.dondoc.testkit.HouseRules;

class ArchitectureTests {

    @Test
    void followsTheHouseRules() {
        HouseRules.check("vn.dondoc.reporting");
    }
}
