import type { AddCommand } from '../command.ts'
import { table } from '../report.ts'

/** `engines`: what can train on this computer. */
export const addEngines: AddCommand = (program, run) =>
  void program
    .command('engines')
    .description('list what can train on this computer')
    .option('--json', 'print one JSON object as the last line')
    .action((options) =>
      run(options, async (workbench) => {
        const engines = await workbench.engines.info()
        const rows = engines.map(({ id, title, available, device }) => [
          id,
          title,
          available ? 'yes' : 'no',
          device,
        ])
        return { json: { engines }, text: table([['Id', 'Engine', 'Available', 'Device'], ...rows]) }
      }),
    )
