package vn.dondoc.reporting.formula;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.booleans.InfixAndOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixOrOperator;
import com.ezylang.evalex.operators.booleans.PrefixNotOperator;
import com.ezylang.evalex.parser.ASTNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.failure.Failure;

/**
 * An expression over figures, such as {@code A + B - C} or {@code A + B <= C}: sums, products, quotients, comparisons,
 * {@code &&}, {@code ||}, {@code ABS IF MAX MIN SUM}, in exact decimals. Nothing in it loops, raises to a power or reads
 * anything but the figures that it names, so its price is bounded by its length.
 */
public final class Expression {

    private static final ExpressionConfiguration LANGUAGE = ExpressionConfiguration.builder()
            .arraysAllowed(false)
            .structuresAllowed(false)
            .binaryAllowed(false)
            .implicitMultiplicationAllowed(false)
            .defaultConstants(Map.of())
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("=", new InfixEqualsOperator()),
                    Map.entry("!=", new InfixNotEqualsOperator()),
                    Map.entry(">", new InfixGreaterOperator()),
                    Map.entry(">=", new InfixGreaterEqualsOperator()),
                    Map.entry("<", new InfixLessOperator()),
                    Map.entry("<=", new InfixLessEqualsOperator()),
                    Map.entry("&&", new InfixAndOperator()),
                    Map.entry("||", new InfixOrOperator()),
                    Map.entry("!", new PrefixNotOperator()),
                    Map.entry("-", new PrefixMinusOperator())))
            .functionDictionary(MapBasedFunctionDictionary.ofFunctions(
                    Map.entry("ABS", new AbsFunction()),
                    Map.entry("IF", new IfFunction()),
                    Map.entry("MAX", new MaxFunction()),
                    Map.entry("MIN", new MinFunction()),
                    Map.entry("SUM", new SumFunction())))
            .build();

    /** What is said of an expression that is of another kind, or none. */
    private record Words(String wrong, String unreadable) {}

    private static final Words NO_NUMBER = new Words("reporting.no-number", "reporting.no-number-from");
    private static final Words NO_CONDITION = new Words("reporting.no-condition", "reporting.no-condition-from");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,9})?");

    /** As deep as a long sum lies, one term in the other. */
    private static final int MOST_DEPTH = 1_000;

    /** Of a number that is summed; those of reports are bounded alike. */
    private static final int MOST_DECIMALS = 9;

    private static final int MOST_INTEGER_DIGITS = 20;

    private final String text;
    private final com.ezylang.evalex.Expression parsed;
    private final List<String> variables;

    /** Where it is a sum and nothing else; adding up is much quicker than walking a tree. */
    private final @Nullable List<Term> terms;

    private Expression(String text, com.ezylang.evalex.Expression parsed) throws BaseException {
        this.text = text;
        this.parsed = parsed;
        this.variables = inOrder(text, parsed.getUsedVariables());
        List<Term> sum = new ArrayList<>();
        this.terms = addsUp(parsed.getAbstractSyntaxTree(), false, sum) ? List.copyOf(sum) : null;
    }

    /**
     * Reads what has a number as its value.
     *
     * @param pointer where it stands in the request, for the error
     * @throws Failure.Invalid if it is no number over figures
     */
    public static Expression number(String pointer, String text, int mostCharacters) {
        return parse(pointer, text, mostCharacters, EvaluationValue::isNumberValue, NO_NUMBER);
    }

    /**
     * Reads what is true or not.
     *
     * @param pointer where it stands in the request, for the error
     * @throws Failure.Invalid if it is no condition over figures
     */
    public static Expression condition(String pointer, String text, int mostCharacters) {
        return parse(pointer, text, mostCharacters, EvaluationValue::isBooleanValue, NO_CONDITION);
    }

    private static Expression parse(
            String pointer, String text, int mostCharacters, Predicate<EvaluationValue> ofThatKind, Words words) {
        if (text.length() > mostCharacters) {
            throw new Failure.Invalid(pointer, "reporting.too-long", mostCharacters);
        }
        try {
            var read = new Expression(text, new com.ezylang.evalex.Expression(text, LANGUAGE));
            if (read.variables.isEmpty()
                    || !isPlain(read.parsed.getAbstractSyntaxTree(), 0)
                    || !ofThatKind.test(read.tried())) {
                throw new Failure.Invalid(pointer, words.wrong());
            }
            return read;
        } catch (BaseException unread) {
            throw new Failure.Invalid(pointer, words.unreadable(), unread.getStartPosition(), unread.getTokenString());
        } catch (ArithmeticException | NumberFormatException notOurs) {
            throw new Failure.Invalid(pointer, words.wrong());
        }
    }

    /** Whether figures are named as codes are written, numbers are written out, and nothing lies too deep. */
    private static boolean isPlain(ASTNode node, int depth) {
        String said = node.getToken().getValue();
        boolean plain = switch (node.getToken().getType()) {
            case VARIABLE_OR_CONSTANT -> said.equals(said.toUpperCase(Locale.ROOT));
            case NUMBER_LITERAL -> NUMBER.matcher(said).matches();
            default -> true;
        };
        if (!plain || depth > MOST_DEPTH) {
            return false;
        }
        for (ASTNode part : node.getParameters()) {
            if (!isPlain(part, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** The first named first: what is wrong with it is said there. */
    private static List<String> inOrder(String text, Collection<String> variables) {
        return variables.stream()
                .sorted(Comparator.comparingInt(
                                (String it) -> text.toUpperCase(Locale.ROOT).indexOf(it.toUpperCase(Locale.ROOT)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** For values that differ, so that differences are no zeros. */
    private EvaluationValue tried() throws BaseException {
        Map<String, BigDecimal> different = new HashMap<>();
        variables.forEach(it -> different.put(it, BigDecimal.valueOf(3 + 7L * different.size() * different.size())));
        return parsed.copy().withValues(different).evaluate();
    }

    private static boolean addsUp(ASTNode node, boolean negative, List<Term> into) {
        String said = node.getToken().getValue();
        List<ASTNode> parts = node.getParameters();
        return switch (node.getToken().getType()) {
            case VARIABLE_OR_CONSTANT -> into.add(new Term(said, negative));
            case PREFIX_OPERATOR -> said.equals("-") && addsUp(parts.getFirst(), !negative, into);
            case INFIX_OPERATOR ->
                (said.equals("+") || said.equals("-"))
                        && addsUp(parts.getFirst(), negative, into)
                        && addsUp(parts.getLast(), negative != said.equals("-"), into);
            default -> false;
        };
    }

    public String text() {
        return text;
    }

    /** Names of the figures that it reads, as they stand in it, in the order in which they do. */
    public List<String> variables() {
        return variables;
    }

    /** What it adds up, if it does nothing else. */
    public Optional<List<Term>> terms() {
        return Optional.ofNullable(terms);
    }

    /**
     * Its number; nothing if it cannot be said, because a figure is blank, which is not zero, a divisor is zero, or it has
     * more digits than anybody can mean. Quotients have nine decimals, so that sums of them stay exact and can be kept.
     */
    public Optional<BigDecimal> number(Map<String, BigDecimal> values) {
        return terms == null
                ? value(values).map(EvaluationValue::getNumberValue).flatMap(Expression::kept)
                : sum(terms, values);
    }

    private static Optional<BigDecimal> kept(BigDecimal number) {
        long integerDigits = (long) number.precision() - number.scale();
        if (integerDigits > MOST_INTEGER_DIGITS) {
            return Optional.empty();
        } else if (integerDigits < -MOST_DECIMALS) {
            return Optional.of(BigDecimal.ZERO);
        }
        return Optional.of(
                number.scale() > MOST_DECIMALS ? number.setScale(MOST_DECIMALS, RoundingMode.HALF_UP) : number);
    }

    /** Whether it is true; nothing if it cannot be said. */
    public Optional<Boolean> truth(Map<String, BigDecimal> values) {
        return value(values).map(EvaluationValue::getBooleanValue);
    }

    private static Optional<BigDecimal> sum(List<Term> terms, Map<String, BigDecimal> values) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term term : terms) {
            BigDecimal value = values.get(term.element());
            if (value == null) {
                return Optional.empty();
            }
            sum = term.negative() ? sum.subtract(value) : sum.add(value);
        }
        return Optional.of(sum);
    }

    private Optional<EvaluationValue> value(Map<String, BigDecimal> values) {
        Map<String, BigDecimal> known = new HashMap<>();
        for (String it : variables) {
            BigDecimal value = values.get(it);
            if (value == null) {
                return Optional.empty();
            }
            known.put(it, value);
        }
        try {
            return Optional.of(parsed.copy().withValues(known).evaluate());
        } catch (BaseException | ArithmeticException divisorIsZero) {
            return Optional.empty();
        }
    }

    /**
     * The same as a formula of a spreadsheet.
     *
     * @param cell address of a figure, by its name here
     */
    public String spreadsheet(UnaryOperator<String> cell) {
        try {
            return spreadsheet(parsed.getAbstractSyntaxTree(), cell);
        } catch (BaseException wasParsed) {
            throw new IllegalStateException(text, wasParsed);
        }
    }

    private static String spreadsheet(ASTNode node, UnaryOperator<String> cell) {
        String said = node.getToken().getValue();
        List<String> parts =
                node.getParameters().stream().map(it -> spreadsheet(it, cell)).toList();
        return switch (node.getToken().getType()) {
            case VARIABLE_OR_CONSTANT -> cell.apply(said.toUpperCase(Locale.ROOT));
            case NUMBER_LITERAL -> said;
            case STRING_LITERAL -> '"' + said.replace("\"", "\"\"") + '"';
            case FUNCTION -> said.toUpperCase(Locale.ROOT) + '(' + String.join(",", parts) + ')';
            case PREFIX_OPERATOR -> said.equals("!") ? "NOT(" + parts.getFirst() + ')' : said + parts.getFirst();
            case INFIX_OPERATOR ->
                switch (said) {
                    case "&&" -> "AND(" + String.join(",", parts) + ')';
                    case "||" -> "OR(" + String.join(",", parts) + ')';
                    case "!=" -> '(' + String.join("<>", parts) + ')';
                    default -> '(' + String.join(said, parts) + ')';
                };
            default -> throw new IllegalStateException("no expression has " + node.getToken());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression it && it.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
