import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { ProblemError } from '../../shared/problems.ts'
import { type Project, projectSchema } from '../../shared/project.ts'
import {
  begin,
  currentProject,
  documentStore,
  edit,
  end,
  isUnsaved,
  redo,
  showDocument,
  undo,
} from './document.ts'

const project = projectSchema.parse({ format: 1, id: 'p', name: 'a', layers: {}, nodes: {}, edges: [] })
const rename = (name: string) => (doc: Project) => ({ ...doc, name })
const name = () => currentProject().name

beforeEach(() =>
  showDocument({
    docId: 'd',
    project,
    revision: 1,
    place: 'a.loom',
    runsPlace: '',
    readOnly: false,
    edited: false,
  }),
)

describe('the document', () => {
  it('undoes and redoes each edit', () => {
    edit(rename('b'))
    edit(rename('c'))
    undo()
    expect(name()).toBe('b')
    undo()
    undo()
    expect(name()).toBe('a')
    redo()
    redo()
    redo()
    expect(name()).toBe('c')
  })
  it('makes a gesture one step, and no step when it changes nothing', () => {
    begin()
    edit(rename('b'))
    edit(rename('c'))
    end()
    begin()
    end()
    undo()
    expect(name()).toBe('a')
    expect(documentStore.getState().history.past).toHaveLength(0)
  })
  it('reports a problem and changes nothing', () => {
    expect(edit(() => ({ code: 'cycle' }))).toEqual({ code: 'cycle' })
    const refuse = () => {
      throw new ProblemError('nameInvalid')
    }
    expect(edit(refuse)).toEqual({ code: 'nameInvalid' })
    expect(currentProject()).toBe(project)
  })
  it('knows that going back to the saved document leaves nothing to save', () => {
    expect(isUnsaved(documentStore.getState())).toBe(false)
    edit(rename('b'))
    expect(isUnsaved(documentStore.getState())).toBe(true)
    undo()
    expect(isUnsaved(documentStore.getState())).toBe(false)
  })
  it('changes nothing while it is read-only', () => {
    documentStore.setState({ readOnly: true })
    edit(rename('b'))
    expect(name()).toBe('a')
  })
  it('comes back to any earlier document by undoing as often as there were edits', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 20 }), (names) => {
        showDocument({
          docId: 'd',
          project,
          revision: 1,
          place: null,
          runsPlace: '',
          readOnly: false,
          edited: false,
        })
        const seen = [currentProject()]
        for (const next of names) {
          edit(rename(next))
          seen.push(currentProject())
        }
        for (const expected of seen.toReversed()) {
          expect(currentProject()).toBe(expected)
          undo()
        }
      }),
    )
  })
})
