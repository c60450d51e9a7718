// An esbuild plugin: loops over arrays count, and patterns that take arrays apart read by index (docs/decisions/0009).
// By the letter of ECMA-262 §7.4 both ask an iterator, which makes an object a step; V8 leaves that out in optimized
// code only, which a short run never reaches. For a true array the outcome is the same, so the types decide: what is
// not known to be an array (a Map, a Set, a string) keeps its iterator.
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = fileURLToPath(new URL('../..', import.meta.url));

const COUNTED_CLASSES = new Set(['Uint8Array', 'Uint16Array', 'Int16Array', 'Float64Array']);

/** `program` is of TypeScript; the answer is by absolute path, and null where nothing is to be changed. */
export function rewriterOf(program) {
  const checker = program.getTypeChecker();

  const isArray = (type) => {
    if (type.isUnion()) return type.types.every(isArray);
    return (
      checker.isArrayType(type) ||
      checker.isTupleType(type) ||
      COUNTED_CLASSES.has(type.symbol?.getName() ?? '')
    );
  };
  const isArrayAt = (node) => isArray(checker.getTypeAtLocation(node));

  /** `[a, , b]` as `{0: a, 2: b}`; null where a rest is taken. */
  function objectPattern(pattern, textOf) {
    const parts = [];
    for (const [index, element] of pattern.elements.entries()) {
      if (ts.isOmittedExpression(element)) continue;
      if (ts.isSpreadElement(element) || element.dotDotDotToken) return null;
      parts.push(`${index}: ${textOf(element)}`);
    }
    return `{ ${parts.join(', ')} }`;
  }

  return function rewrite(path) {
    const source = program.getSourceFile(path);
    if (!source) throw new Error(`${path} is not in the program of tsconfig.json`);
    if (/\$[ai]\d/u.test(source.text)) throw new Error(`${path}: names such as $i0 are the build's own`);
    let changes = 0;
    let names = 0;

    /** The text of a node with everything in it rewritten. */
    function textOf(node) {
      const own = rewriteNode(node);
      if (own === null) return copyAround(node);
      changes++;
      return own;
    }

    /** What stands between the children is copied. */
    function copyAround(node) {
      let out = '';
      let from = node.getStart(source);
      node.forEachChild((child) => {
        const start = child.getStart(source);
        out += source.text.slice(from, start) + textOf(child);
        from = child.getEnd();
      });
      return out + source.text.slice(from, node.getEnd());
    }

    function rewriteNode(node) {
      if (ts.isForOfStatement(node)) return rewriteLoop(node);
      if (ts.isArrayBindingPattern(node) && isArray(typeTakenApart(node))) return objectPattern(node, textOf);
      if (
        ts.isExpressionStatement(node) &&
        ts.isBinaryExpression(node.expression) &&
        node.expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
        ts.isArrayLiteralExpression(node.expression.left) &&
        isArrayAt(node.expression.right)
      ) {
        const pattern = objectPattern(node.expression.left, textOf);
        return pattern === null ? null : `(${pattern} = ${textOf(node.expression.right)});`;
      }
      return null;
    }

    function rewriteLoop(node) {
      const { initializer, expression, statement, awaitModifier } = node;
      // `var` outlives its loop.
      const isScoped =
        ts.isVariableDeclarationList(initializer) && initializer.flags & ts.NodeFlags.BlockScoped;
      if (awaitModifier || !isScoped) return null;
      const numbered = entriesOf(expression);
      const iterated = numbered ?? expression;
      if (!isArrayAt(iterated)) return null;
      const [index, array] = [`$i${names}`, `$a${names}`];
      names++;
      const { name } = initializer.declarations[0];
      const kind = initializer.flags & ts.NodeFlags.Const ? 'const' : 'let';
      let declared = `${textOf(name)} = ${array}[${index}]`;
      if (numbered) {
        const [first, second] = name.elements;
        const parts = [];
        if (!ts.isOmittedExpression(first)) parts.push(`${textOf(first)} = ${index}`);
        if (second) parts.push(`${textOf(second)} = ${array}[${index}]`);
        declared = parts.join(', ');
      }
      return `for (let ${index} = 0, ${array} = ${textOf(iterated)}; ${index} < ${array}.length; ${index}++) { ${kind} ${declared}; ${textOf(statement)} }`;

      /** The array of `for (const [index, item] of array.entries())`. */
      function entriesOf(call) {
        const { name: pattern } = initializer.declarations[0];
        const isEntries =
          ts.isCallExpression(call) &&
          ts.isPropertyAccessExpression(call.expression) &&
          call.expression.name.text === 'entries' &&
          call.arguments.length === 0 &&
          ts.isArrayBindingPattern(pattern) &&
          pattern.elements.length === 2 &&
          pattern.elements.every((element) => !element.initializer && !element.dotDotDotToken);
        return isEntries && isArrayAt(call.expression.expression) ? call.expression.expression : null;
      }
    }

    /** Of the value that a pattern takes apart. */
    function typeTakenApart({ parent }) {
      if (!ts.isVariableDeclaration(parent)) return checker.getTypeAtLocation(parent);
      if (parent.initializer) return checker.getTypeAtLocation(parent.initializer);
      const iterated = checker.getTypeAtLocation(parent.parent.parent.expression);
      return checker.getIndexTypeOfType(iterated, ts.IndexKind.Number) ?? iterated;
    }

    const text = copyAround(source);
    return changes === 0 ? null : text;
  };
}

export function openProgram() {
  const { config } = ts.readConfigFile(`${root}tsconfig.json`, ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(
    { ...config, include: ['src', 'bench'] },
    ts.sys,
    root,
  );
  return ts.createProgram(fileNames, options);
}

let rewrite;

export const countedLoops = {
  name: 'counted-loops',
  setup(builder) {
    builder.onLoad({ filter: /[\\/](src|bench[\\/]kaiyaku)[\\/].*\.ts$/ }, ({ path }) => {
      if (/[\\/]node_modules[\\/]/.test(path)) return undefined;
      rewrite ??= rewriterOf(openProgram());
      const contents = rewrite(path);
      return contents === null ? undefined : { contents, loader: 'ts' };
    });
  },
};
