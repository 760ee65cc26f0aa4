import { addGraph, replaceGraph } from '../../../shared/edits/takeInModel.ts'
import type { ReadCode } from '../../../shared/keras/readKeras.ts'
import { attempt } from '../../files/attempt.ts'
import { begin, edit, end } from '../../store/document.ts'
import { selectNodes } from '../../store/session.ts'
import { fitGraph, fitSelection } from '../canvas/fitGraph.ts'
import { tidyGraph } from '../layout/tidyGraph.ts'

/** The canvas has what was added only after it was drawn. */
const drawn = () =>
  new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))

/** Changes the graph and lays out what came in, as one step. */
const takeIn = (change: () => void, show: () => void): void =>
  attempt(async () => {
    begin()
    try {
      change()
      await drawn()
      show()
      await tidyGraph()
    } finally {
      end()
    }
    show()
  })

/** Puts a model that was read in place of the graph. */
export const replaceModel = (read: ReadCode): void =>
  takeIn(() => {
    selectNodes([])
    edit((project) => replaceGraph(project, read))
  }, fitGraph)

/** Adds a model that was read to the graph, and selects it. */
export const addModel = (read: ReadCode): void =>
  takeIn(() => {
    let nodes: readonly string[] = []
    edit((project) => {
      const added = addGraph(project, read)
      nodes = added.nodes
      return added.project
    })
    selectNodes(nodes)
  }, fitSelection)
