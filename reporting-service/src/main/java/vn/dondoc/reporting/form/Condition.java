package vn.dondoc.reporting.form;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.dondoc.failure.Failure;

/**
 * A condition over figures, such as {@code A + B <= C} or {@code C <= 2 * PREV_C}: sums, products, comparisons, {@code &&},
 * {@code ||}, {@code ABS IF MAX MIN SUM}, in exact decimals. {@code PREV_X} is what was filed for X for the period before.
 * Nothing in it loops, raises to a power or reads anything else, so its price is bounded by its length.
 */
public final class Condition {

    /** How the name of a figure of the period before begins. */
    public static final String BEFORE = "PREV_";

    static final int MOST_CHARACTERS = 500;

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

    private final String text;
    private final Expression expression;
    private final Collection<String> variables;

    private Condition(String text, Expression expression, Collection<String> variables) {
        this.text = text;
        this.expression = expression;
        this.variables = variables;
    }

    /**
     * @param pointer where it stands in the request, for the error
     * @throws Failure.Invalid if it is no condition over figures
     */
    public static Condition parse(String pointer, String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new Failure.Invalid(pointer, "reporting.too-long", MOST_CHARACTERS);
        }
        try {
            var expression = new Expression(text, LANGUAGE);
            var condition = new Condition(text, expression, inOrder(text, expression.getUsedVariables()));
            if (condition.elements().isEmpty() || !condition.tried().isBooleanValue()) {
                throw new Failure.Invalid(pointer, "reporting.no-condition");
            }
            return condition;
        } catch (BaseException | ArithmeticException notOurs) {
            throw new Failure.Invalid(pointer, "reporting.no-condition-because", String.valueOf(notOurs.getMessage()));
        }
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
        return expression.copy().withValues(different).evaluate();
    }

    public String text() {
        return text;
    }

    /** Codes of the data elements that it speaks of, of this period or the one before. */
    public List<String> elements() {
        return variables.stream()
                .map(it -> it.startsWith(BEFORE) ? it.substring(BEFORE.length()) : it)
                .distinct()
                .toList();
    }

    boolean looksBack() {
        return variables.stream().anyMatch(it -> it.startsWith(BEFORE));
    }

    /** Whether it is true; nothing if it cannot be said, because a figure is blank or a divisor is zero. */
    Optional<Boolean> holds(Map<String, BigDecimal> values, Map<String, BigDecimal> before) {
        Map<String, BigDecimal> known = new HashMap<>();
        for (String it : variables) {
            BigDecimal value = it.startsWith(BEFORE) ? before.get(it.substring(BEFORE.length())) : values.get(it);
            if (value == null) {
                return Optional.empty();
            }
            known.put(it, value);
        }
        try {
            return Optional.of(expression.copy().withValues(known).evaluate().getBooleanValue());
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
            return spreadsheet(expression.getAbstractSyntaxTree(), cell);
        } catch (BaseException wasParsed) {
            throw new IllegalStateException(text, wasParsed);
        }
    }

    /** Names of the figures that it reads, as they stand in it. */
    public Collection<String> variables() {
        return List.copyOf(variables);
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
            default -> throw new IllegalStateException("no condition has " + node.getToken());
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Condition it && it.text.equals(text);
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
