import { describe, expect, it } from 'vitest'
import { connect } from '../../../shared/edits/connect.ts'
import { endsProblem } from '../../../shared/edits/connectEnds.ts'
import { groupNodes } from '../../../shared/edits/groups.ts'
import { newProject } from '../../../shared/newProject.ts'
import { addFree } from '../edits/addBeside.ts'
import { groupFlowId } from '../groups/flowIds.ts'
import { connectChoices } from './connectChoices.ts'

let project = newProject('choices')
for (const [index, type] of ['input', 'dense', 'lstm', 'add', 'output'].entries())
  project = addFree(project, type, { x: index * 300, y: 0 }).project
project = connect(project, { from: 'input', out: 'output', to: 'dense', in: 'input' })

const cards = (id: string, side: 'source' | 'target') =>
  connectChoices(project, id, side).map(({ card }) => card)

describe('the edges that a card may be given', () => {
  it('are all drawable, to free ports before taken ones and near before far', () => {
    const choices = connectChoices(project, 'input', 'source')
    for (const { edges } of choices) expect(endsProblem(project, edges)).toBeNull()
    expect(choices.map(({ card }) => card)).toEqual(['lstm', 'lstm', 'lstm', 'add', 'output'])
    expect(choices.slice(0, 3).every(({ port }) => port !== null)).toBe(true)
    const lone = connectChoices(project, 'lstm', 'source')
    expect(lone.find(({ card }) => card === 'dense')?.replaces).toBe('input')
    expect(lone.at(-1)?.card).toBe('dense')
  })
  it('lead into a card when asked the other way', () => {
    expect(cards('output', 'target')).toEqual(expect.arrayContaining(['input', 'dense', 'add']))
    expect(cards('output', 'source')).toEqual([])
  })
  it('close no loop', () => {
    expect(cards('dense', 'source')).not.toContain('input')
    expect(cards('gone', 'source')).toEqual([])
  })
  it('lead to the ports of a block, and to nothing inside it', () => {
    const made = groupNodes(project, ['dense', 'lstm'], { title: 'Core', collapsed: true })
    const choices = connectChoices(made.project, 'input', 'source')
    const block = choices.filter(({ card }) => card === groupFlowId(made.group))
    expect(block.map(({ name, edges }) => [name, edges.map(({ edge }) => edge.to)])).toContainEqual([
      'Core',
      ['lstm'],
    ])
    expect(choices.map(({ card }) => card)).not.toContain('lstm')
    const out = connectChoices(made.project, groupFlowId(made.group), 'source').map(({ card }) => card)
    expect(out).toEqual(expect.arrayContaining(['add', 'output']))
    expect(out).not.toContain('input')
  })
})
