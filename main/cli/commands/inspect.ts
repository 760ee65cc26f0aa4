import { resolve } from 'node:path'
import { usualMissing } from '../../../shared/missing.ts'
import type { ColumnProfile, TableProfile } from '../../../shared/table.ts'
import type { AddCommand } from '../command.ts'
import { badRowText } from '../badRowText.ts'
import { momentsOf } from '../../../shared/momentsOf.ts'
import { badRowsText, oddRowsText } from '../oddRowsText.ts'
import { counted, figure, type Report, table } from '../report.ts'

/** `inspect`: what is in a data file. */
export const addInspect: AddCommand = (program, run) =>
  void program
    .command('inspect <file>')
    .description('say what is in a data file: columns, types, missing cells, rows that do not fit')
    .option('--entry <name>', 'the table in a .zip that holds several')
    .option('--json', 'print one JSON object as the last line')
    .action((file: string, options: { readonly entry?: string; readonly json?: boolean }) =>
      run(options, async ({ datasets }) =>
        inspect((await datasets.open(resolve(file), { entry: options.entry })).profile),
      ),
    )

function inspect(profile: TableProfile): Report {
  const { rows, bytes, sha256, columns, dialect, badRows, badRowCount, oddRows = [] } = profile
  const { encoding, ...reading } = dialect
  return {
    json: {
      rows,
      bytes,
      sha256,
      columns: columns.map(describeColumn),
      dialect: { missing: usualMissing, ...reading },
      encoding,
      badRows,
      badRowCount,
      oddRows,
    },
    text: [
      `${counted(rows, 'row')}, ${counted(columns.length, 'column')}, ${encoding}, delimiter ${JSON.stringify(dialect.delimiter)}`,
      ...oddRows.map(oddRowsText),
      '',
      table([['Column', 'Type', 'Missing', 'Distinct', 'Values'], ...columns.map(columnRow)]),
      ...(badRowCount > 0 ? ['', `${badRowsText(badRowCount)}:`] : []),
      ...badRows.slice(0, 20).map(badRowText),
      ...(badRowCount > 20 ? ['…'] : []),
    ].join('\n'),
  }
}

const describeColumn = ({ summary, dates, top, ...column }: ColumnProfile) => ({
  ...column,
  ...summary,
  ...(dates && { order: dates.order, ...momentsOf(dates, top) }),
  top,
})

const columnRow = ({
  name,
  type,
  missing,
  distinct,
  summary,
  dates,
  top,
}: ColumnProfile): readonly string[] => [
  name,
  type,
  String(missing),
  String(distinct),
  summary
    ? `${figure(summary.min)} … ${figure(summary.max)}, mean ${figure(summary.mean)}`
    : dates
      ? shortMoments(momentsOf(dates, top))
      : top
          .slice(0, 3)
          .map(({ value, count }) => `${value.length > 20 ? `${value.slice(0, 20)}…` : value} (${count})`)
          .join(', '),
]

/** Days without their times; times alone have no more than ten signs. */
const shortMoments = ({ first, last }: ReturnType<typeof momentsOf>): string =>
  `${first.slice(0, 10)} … ${last.slice(0, 10)}`
