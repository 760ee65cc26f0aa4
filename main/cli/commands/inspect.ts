import { resolve } from 'node:path'
import type { ColumnProfile, TableProfile } from '../../../shared/table.ts'
import type { AddCommand } from '../command.ts'
import { figure, type Report, table } from '../report.ts'
import { badRowText } from '../badRowText.ts'

/** `inspect`: what is in a data file. */
export const addInspect: AddCommand = (program, run) =>
  void program
    .command('inspect <file>')
    .description('say what is in a data file: columns, types, missing cells, rows that do not fit')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options) =>
      run(options, async ({ datasets }) => inspect((await datasets.open(resolve(file))).profile)),
    )

function inspect({ rows, columns, dialect, badRows, badRowCount }: TableProfile): Report {
  const { encoding, delimiter, decimal, thousands, header, skip } = dialect
  return {
    json: {
      rows,
      columns: columns.map(describeColumn),
      dialect: { delimiter, decimal, thousands, header, skip },
      encoding,
      badRows,
      badRowCount,
    },
    text: [
      `${rows} rows, ${columns.length} columns, ${encoding}, delimiter ${JSON.stringify(delimiter)}`,
      '',
      table([['Column', 'Type', 'Missing', 'Distinct', 'Values'], ...columns.map(columnRow)]),
      ...(badRowCount > 0 ? ['', `${badRowCount} cells or rows do not fit:`] : []),
      ...badRows.slice(0, 20).map(badRowText),
      ...(badRowCount > 20 ? ['…'] : []),
    ].join('\n'),
  }
}

const describeColumn = ({ name, type, missing, distinct, summary, top, sequence }: ColumnProfile) => {
  const { min, max, mean, std, quartiles } = summary ?? {}
  return {
    name,
    type,
    missing,
    distinct,
    ...(summary ? { min, max, mean, std, quartiles } : { top }),
    ...(sequence ? { sequence } : {}),
  }
}

const columnRow = ({ name, type, missing, distinct, summary, top }: ColumnProfile): readonly string[] => [
  name,
  type,
  String(missing),
  String(distinct),
  summary
    ? `${figure(summary.min)} … ${figure(summary.max)}, mean ${figure(summary.mean)}`
    : top
        .slice(0, 3)
        .map(({ value, count }) => `${value.length > 20 ? `${value.slice(0, 20)}…` : value} (${count})`)
        .join(', '),
]
