import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import headline from '../../../shared/fixtures/headline.loom?raw'
import nestedGroups from '../../../shared/fixtures/nestedGroups.loom?raw'
import sharedLayer from '../../../shared/fixtures/sharedLayer.loom?raw'
import unknownLayer from '../../../shared/fixtures/unknownLayer.loom?raw'
import { inferGraph } from '../../../shared/infer.ts'
import { newProject } from '../../../shared/newProject.ts'
import { parseProject, serializeProject } from '../../../shared/openProject.ts'
import type { Project } from '../../../shared/project.ts'
import {
  begin,
  currentProject,
  documentStore,
  edit,
  end,
  redo,
  showDocument,
  undo,
} from '../../store/document.ts'
import { type Choices, recipes } from './editSequences.test-support.ts'

const names = Object.keys(recipes)
const number = fc.nat(9999)
const edits = fc.array(
  fc.record({
    name: fc.constantFrom(...names),
    choices: fc.tuple(number, number, number),
    gesture: fc.boolean(),
  }),
  { minLength: 50, maxLength: 70 },
)

const runs = 1000
const starts = [newProject('empty'), ...[headline, nestedGroups, sharedLayer, unknownLayer].map(parseProject)]

const open = (project: Project) =>
  showDocument({
    docId: 'd',
    project,
    revision: 1,
    place: 'a.loom',
    runsPlace: '',
    readOnly: false,
    edited: false,
  })

/** One edit as the page makes it; half of them as a gesture of two. */
const apply = (name: string, choices: Choices, gesture: boolean) => {
  const recipe = recipes[name]
  if (!recipe) throw new Error(name)
  if (gesture) begin()
  edit((project) => recipe(project, choices))
  if (gesture) {
    edit((project) => recipe(project, [choices[2], choices[0], choices[1]]))
    end()
  }
}

describe('any sequence of edits', () => {
  it('can be undone to the first document and redone to the last, byte for byte, and is always accepted', () => {
    const used = new Set<string>()
    let changes = 0
    fc.assert(
      fc.property(edits, fc.constantFrom(...starts), (sequence, start) => {
        open(start)
        const first = serializeProject(currentProject())
        for (const { name, choices, gesture } of sequence) {
          const before = currentProject()
          apply(name, choices, gesture)
          if (before === currentProject()) continue
          used.add(name)
          changes++
          // Throws for a document that the validator refuses.
          parseProject(serializeProject(currentProject()))
        }
        inferGraph(currentProject())
        const last = serializeProject(currentProject())
        while (documentStore.getState().history.past.length) undo()
        expect(serializeProject(currentProject())).toBe(first)
        while (documentStore.getState().history.future.length) redo()
        expect(serializeProject(currentProject())).toBe(last)
      }),
      { numRuns: runs },
    )
    expect(changes).toBeGreaterThanOrEqual(30 * runs)
    expect(names.filter((name) => !used.has(name))).toEqual([])
  }, 180_000)
})
