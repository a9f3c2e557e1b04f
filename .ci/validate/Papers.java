import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/**
 * Holds papers against veraPDF's rules of PDF/A and PDF/UA, many in one run, several at a time.
 *
 * <p>Each line of the standard input is `FLAVOURS TAB FILE`, such as `2a,ua1 TAB outputs/giao-uoc.pdf`. A paper that
 * breaks a rule is told with its rules; the last line says how many were looked at. Exit code 1 if one breaks a rule,
 * 2 if the judge itself could not work.
 */
public final class Papers {
    private static final int MOST_RULES = 8;

    private record Paper(String flavour, String file) {}

    private record Verdict(Paper paper, Set<String> broken) {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        List<Callable<Verdict>> work = new ArrayList<>();
        Set<String> files = new LinkedHashSet<>();
        for (Paper paper : asked()) {
            files.add(paper.file());
            work.add(() -> judge(paper));
        }
        if (work.isEmpty()) {
            System.err.println("veraPDF: no papers were named");
            System.exit(2);
        }
        ExecutorService judges = Executors.newFixedThreadPool(Math.max(1, Runtime.getRuntime().availableProcessors()));
        int failed = 0;
        for (Future<Verdict> told : judges.invokeAll(work)) {
            failed += tell(told);
        }
        judges.shutdown();
        System.out.printf("  %s veraPDF: %d papers, %d verdicts, %d fail%n",
                failed == 0 ? "ok  " : "FAIL", files.size(), work.size(), failed);
        System.exit(failed == 0 ? 0 : 1);
    }

    private static List<Paper> asked() throws IOException {
        List<Paper> papers = new ArrayList<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split("\t", 2);
            for (String flavour : parts[0].split(",")) {
                papers.add(new Paper(flavour, parts[1]));
            }
        }
        return papers;
    }

    private static int tell(Future<Verdict> told) throws InterruptedException {
        try {
            Verdict verdict = told.get();
            if (verdict.broken().isEmpty()) {
                return 0;
            }
            System.out.printf("       %s %s%n", verdict.paper().flavour(), verdict.paper().file());
            verdict.broken().stream().limit(MOST_RULES).forEach(it -> System.out.println("         " + it));
        } catch (ExecutionException error) {
            System.out.println("       " + error.getCause());
        }
        return 1;
    }

    /** The rules that a paper breaks, each once. */
    private static Verdict judge(Paper paper) throws Exception {
        ValidationProfile rules = rules(paper.flavour());
        Set<String> broken = new LinkedHashSet<>();
        try (InputStream bytes = new FileInputStream(paper.file());
                PDFAParser parser = Foundries.defaultInstance()
                        .createParser(bytes, PDFAFlavour.fromString(paper.flavour()))) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(rules, false);
            var result = validator.validate(parser);
            for (TestAssertion test : result.getTestAssertions()) {
                if (test.getStatus() == TestAssertion.Status.FAILED) {
                    broken.add(test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber() + " "
                            + test.getMessage());
                }
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.add("not compliant, and no rule is told");
            }
        } catch (Exception | LinkageError error) {
            broken.add(paper.flavour() + " " + paper.file() + ": " + error);
        }
        return new Verdict(paper, broken);
    }

    private static ValidationProfile rules(String flavour) throws Exception {
        String name = flavour.startsWith("ua") ? "PDFUA-" + flavour.substring(2) : "PDFA-" + flavour.toUpperCase();
        try (InputStream rules = Papers.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml")) {
            if (rules == null) {
                throw new IllegalArgumentException("veraPDF has no rules " + name);
            }
            return Profiles.profileFromXml(rules);
        }
    }
}
