import fs from 'node:fs'

const read = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** A run that ended badly without naming a failed test (or left no report) still counts as one failure. */
const atLeastOne = (counts, status) =>
  status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts

/** Passed and failed tests of a vitest JSON report; a file that could not be loaded is one failure. */
export function countVitest(file, status) {
  const results = read(file)?.testResults ?? []
  const counts = { passed: 0, failed: 0 }
  for (const { assertionResults, status: fileStatus } of results) {
    for (const test of assertionResults)
      if (test.status === 'passed') counts.passed++
      else if (test.status === 'failed') counts.failed++
    if (fileStatus === 'failed' && !assertionResults.some((test) => test.status === 'failed')) counts.failed++
  }
  return atLeastOne(counts, status)
}

/** Passed and failed tests of a Playwright JSON report; one that passed when tried again has passed. */
export function countPlaywright(file, status) {
  const report = read(file)
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {}
  return atLeastOne({ passed: expected + flaky, failed: unexpected }, status)
}
