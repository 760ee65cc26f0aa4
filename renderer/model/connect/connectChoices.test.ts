import { describe, expect, it } from 'vitest'
import { connect, connectProblem } from '../../../shared/edits/connect.ts'
import { newProject } from '../../../shared/newProject.ts'
import { addFree } from '../edits/addBeside.ts'
import { connectChoices } from './connectChoices.ts'

let project = newProject('choices')
for (const [index, type] of ['input', 'dense', 'lstm', 'add', 'output'].entries())
  project = addFree(project, type, { x: index * 300, y: 0 }).project
project = connect(project, { from: 'input', out: 'output', to: 'dense', in: 'input' })

describe('the edges that a node may be given', () => {
  it('are all drawable, to free ports before taken ones and near before far', () => {
    const choices = connectChoices(project, 'input', 'source')
    for (const { edge } of choices) expect(connectProblem(project, edge)).toBeNull()
    expect(choices.map(({ node }) => node)).toEqual(['lstm', 'lstm', 'lstm', 'add', 'output'])
    expect(
      choices
        .map(({ port }) => port?.en ?? null)
        .slice(0, 3)
        .every((port) => port !== null),
    ).toBe(true)
    const lone = connectChoices(project, 'lstm', 'source')
    expect(lone.find(({ node }) => node === 'dense')?.replaces).toBe('input')
    expect(lone.at(-1)?.node).toBe('dense')
  })
  it('lead into a node when asked the other way', () => {
    const into = connectChoices(project, 'output', 'target')
    expect(into.every(({ edge }) => edge.to === 'output')).toBe(true)
    expect(into.map(({ node }) => node)).toEqual(expect.arrayContaining(['input', 'dense', 'add']))
    expect(connectChoices(project, 'output', 'source')).toEqual([])
  })
  it('close no loop', () => {
    expect(connectChoices(project, 'dense', 'source').map(({ node }) => node)).not.toContain('input')
    expect(connectChoices(project, 'gone', 'source')).toEqual([])
  })
})
