import { addInput, addLayerNode, addOutput } from './edits/addNode.ts'
import { connect } from './edits/connect.ts'
import type { LayerType } from './layers/index.ts'
import type { LayerEntry, Project } from './project.ts'

const columnWidth = 240
const rowHeight = 160

/** Grows a graph column by column from left to right; each step connects to what came before. */
export class Sketch {
  project: Project
  private x = 0
  constructor(project: Project) {
    this.project = project
  }
  right() {
    this.x += columnWidth
  }
  input(row: number, given: Parameters<typeof addInput>[2]): string {
    return this.keep(addInput(this.project, { x: this.x, y: row * rowHeight }, given))
  }
  layer(
    type: LayerType,
    row: number,
    from: readonly string[],
    given: Partial<Pick<LayerEntry, 'name' | 'params'>> = {},
  ): string {
    const node = this.keep(addLayerNode(this.project, type, { x: this.x, y: row * rowHeight }, given))
    for (const source of from) this.wire(source, node)
    return node
  }
  output(row: number, from: string, given: Parameters<typeof addOutput>[2]) {
    this.wire(from, this.keep(addOutput(this.project, { x: this.x, y: row * rowHeight }, given)))
  }
  private keep({ project, node }: { readonly project: Project; readonly node: string }): string {
    this.project = project
    return node
  }
  private wire(from: string, to: string) {
    this.project = connect(this.project, { from, out: 'output', to, in: 'input' })
  }
}
