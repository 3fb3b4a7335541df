// What Biome does not measure: the house budgets, and the purity of rules.ts.
import ts from 'typescript-eslint'

const sources = [
  'shared/**/*.{ts,tsx}',
  'chain/**/*.{ts,tsx}',
  'server/**/*.{ts,tsx}',
  'web/**/*.{ts,tsx}',
  'e2e/**/*.ts',
  'bench/**/*.ts',
  'scripts/**/*.ts',
]
const tests = ['**/*.test.{ts,tsx}', '**/*.trip.ts', '**/testing/**']
const noChance = { object: 'Math', property: 'random', message: 'Chance is an argument.' }
const oneField = 'Amounts, percentages and counts are typed into ui/amount-field.tsx, which says what it understood.'
const oneFormatter = 'Amounts are shown by lib/wallet/amount.ts and read by lib/wallet/read-amount.ts.'
const noClock = { object: 'Date', property: 'now', message: 'Time is an argument.' }

export default [
  { ignores: ['**/node_modules/**', '**/dist/**', '**/out/**', 'chain/src/abi/**', 'chain/src/bytecode/**'] },
  {
    files: sources,
    languageOptions: { parser: ts.parser },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { ts: ts.plugin },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      // A switch over a closed union is one decision.
      complexity: ['error', { max: 10, variant: 'modified' }],
      'max-params': ['error', 4],
      'max-depth': ['error', 3],
      'ts/no-explicit-any': 'error',
    },
  },
  // A describe block is a list of sentences, not a function to hold in one's head.
  { files: tests, rules: { 'max-lines-per-function': 'off' } },
  {
    // One amount field and one formatter for the whole app: no feature reads or writes base units of its own.
    files: ['web/src/features/**/*.{ts,tsx}', 'web/src/app/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "JSXAttribute[name.name='inputMode'][value.value=/decimal|numeric/]", message: oneField },
        { selector: "JSXAttribute[name.name='type'][value.value='number']", message: oneField },
        { selector: "BinaryExpression[operator='**']", message: oneFormatter },
        { selector: 'CallExpression[callee.name=/^(parse|format)(Ether|Units|Gwei)$/]', message: oneFormatter },
        {
          selector: "CallExpression[callee.name='Number'] > MemberExpression[property.name=/^(text|price|amount)$/]",
          message: oneFormatter,
        },
      ],
    },
  },
  // A rectangle is four numbers, a colour and the rest.
  { files: ['server/src/demo/art/**'], rules: { 'max-params': ['error', 6] } },
  {
    files: ['**/rules.ts', '**/rules/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': ['error', 'process', 'fetch', 'setTimeout', 'setInterval', 'crypto', 'performance'],
      'no-restricted-properties': ['error', noClock, noChance],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Time is an argument.' },
        { selector: 'AwaitExpression', message: 'Rules do not wait.' },
        { selector: 'ThrowStatement', message: 'Rules answer; commands throw.' },
      ],
    },
  },
]
