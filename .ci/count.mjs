/** Adds up what the steps and suites of .ci/run left in a folder; ends with 1 if anything failed or was skipped. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const read = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
let passed = 0;
let failed = 0;

for (const file of readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const result = read(file);
  if ('step' in result) {
    passed += result.passed;
    failed += result.failed;
    if (result.failed) console.log(`failed: ${result.step}`);
  } else if ('numTotalTests' in result) {
    const skipped = result.numPendingTests + result.numTodoTests;
    let bad = result.numFailedTests;
    // A file that does not even load has no failing test.
    bad += result.testResults.filter(
      ({ status, assertionResults }) =>
        status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
    ).length;
    const { name, status } = read(`status-${file}`);
    if (status !== 0 && bad === 0) bad = 1;
    passed += result.numPassedTests;
    failed += bad;
    console.log(
      `${name}: ${result.numPassedTests} passed, ${bad} failed${skipped ? `, ${skipped} skipped` : ''}`,
    );
  }
}

if (passed === 0) failed += 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
