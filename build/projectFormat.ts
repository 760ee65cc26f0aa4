import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { currentFormat, projectSchema } from '../shared/project.ts'

const example = readFileSync(new URL('../shared/fixtures/sharedLayer.loom', import.meta.url), 'utf8')

/** The text of docs/project-format.md: what a `.loom` file is, then its JSON Schema, made from the code that reads it. */
export const projectFormatDoc = (): string => `# The project file, format ${currentFormat}

<!-- Made by build/projectFormat.ts from shared/project.ts; don't edit. UPDATE=1 npx vitest run build writes it anew. -->

A project is one JSON text file in UTF-8, \`name.loom\`. It holds what a person made: the graph, where the data are and how they are encoded, and how to train. Shapes, problems and parameter counts follow from it and are not stored. Runs live beside it in \`name.runs/\`.

- Known keys stand in the order below, unknown ones after them, and each is carried through load and save. So is a layer of an unknown type: it stays in the document with its parameters, and the model can't be trained until it is replaced.
- \`format\` rises only when an older reader would misread a file. A newer format is never opened for writing. A file is refused when it is longer than 64 Mi characters, nested deeper than 64 levels, or has a key \`__proto__\`.

## The graph

- \`layers\` are what learns, by id: a \`type\` of [layers.md](layers.md), a \`name\`, and those \`params\` that differ from the defaults.
- \`nodes\` stand on the canvas, by id, at \`x\` and \`y\`. A node has exactly one of \`layer\` (it calls that layer; two nodes with the same \`layer\` share its weights), \`input\` (data enter here) and \`output\` (a tensor is an output of the model). A call with \`bypassed\` is left out of the model: what enters its first port comes out of its first port unchanged.
- \`edges\` lead from the port \`out\` of a node to the port \`in\` of another. Inputs and layers have the port \`output\`; LSTM with \`returnState\` also has \`h\` and \`c\`. Outputs have the port \`input\`. Where a port takes many edges, their order in the file is the order of the tensors.
- Inputs and outputs of the model stand in the order of \`nodes\`. An input's values lie side by side in the order of its \`columns\`.
- \`groups\` frame nodes and may lie in each other (\`parent\`). A \`collapsed\` one is drawn as a block with ports: those it stores, then those that follow from the edges across its border. Groups with the same mark \`same\` are calls of one block: their nodes and groups with equal \`part\` call the same layers, and what is edited in one is edited in all. \`notes\` are texts on the canvas.

An example with a shared layer:

\`\`\`json
${example.trimEnd()}
\`\`\`

## JSON Schema

\`\`\`json
${JSON.stringify(z.toJSONSchema(projectSchema, { io: 'input' }), null, 1)}
\`\`\`
`
