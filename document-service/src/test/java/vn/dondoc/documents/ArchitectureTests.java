package vn.dondoc.documents;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import vn.dondoc.testkit.HouseRules;

class ArchitectureTests {

    private static final String READER = "vn.dondoc.documents.intake";

    @Test
    void followsTheHouseRules() {
        HouseRules.check("vn.dondoc.documents");
    }

    /** Each room of the reader knows only those below it; the account of times knows nothing of how duties are read. */
    @Test
    void theRoomsOfTheReaderStandOneAboveTheOther() {
        JavaClasses reader = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(READER);
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("reader")
                .definedBy(READER)
                .layer("account")
                .definedBy(READER + ".account")
                .layer("duty")
                .definedBy(READER + ".duty")
                .layer("target")
                .definedBy(READER + ".target")
                .layer("head")
                .definedBy(READER + ".head")
                .layer("time")
                .definedBy(READER + ".time")
                .layer("lexicon")
                .definedBy(READER + ".lexicon")
                .layer("text")
                .definedBy(READER + ".text")
                .whereLayer("account")
                .mayOnlyAccessLayers("text", "time")
                .whereLayer("duty")
                .mayOnlyAccessLayers("text", "lexicon", "time", "target", "head")
                .whereLayer("target")
                .mayOnlyAccessLayers("text")
                .whereLayer("head")
                .mayOnlyAccessLayers("text", "lexicon", "time")
                .whereLayer("time")
                .mayNotAccessAnyLayer()
                .whereLayer("lexicon")
                .mayNotAccessAnyLayer()
                .whereLayer("text")
                .mayNotAccessAnyLayer()
                .check(reader);
    }
}
