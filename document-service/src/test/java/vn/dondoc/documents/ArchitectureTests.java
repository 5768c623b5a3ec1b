package vn.dondoc.documents;

import org.junit.jupiter.api.Test;
import vn.dondoc.testkit.HouseRules;

class ArchitectureTests {

    @Test
    void followsTheHouseRules() {
        HouseRules.check("vn.dondoc.documents");
    }
}
