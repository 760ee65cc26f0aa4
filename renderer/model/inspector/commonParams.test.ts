import { describe, expect, it } from 'vitest'
import { addCall, addInput, addLayerNode } from '../../../shared/edits/addNode.ts'
import { newProject } from '../../../shared/newProject.ts'
import { commonParams } from './commonParams.ts'

const at = { x: 0, y: 0 }
const project = (['dense', 'lstm', 'conv2d', 'dropout'] as const).reduce(
  (so, type) => addLayerNode(so, type, at).project,
  addInput(newProject('p'), at).project,
)

describe('parameters of several nodes', () => {
  it('are those that all layers have under one name and of one kind', () => {
    const { params, called } = commonParams(project, ['dense', 'lstm'])
    expect(called).toEqual(['dense', 'lstm'])
    expect(Object.keys(params)).toEqual(expect.arrayContaining(['units', 'activation', 'useBias']))
    const { activation } = params
    const options = activation?.kind === 'choice' ? activation.options : []
    expect(options).toContain('tanh')
    // A Dense has it, the gates of an LSTM don't.
    expect(options).not.toContain('leakyRelu')
    expect(Object.keys(commonParams(project, ['dense', 'conv2d']).params)).not.toContain('units')
    expect(commonParams(project, ['dense', 'dropout']).params).toEqual({})
  })
  it('leave inputs aside and count a shared layer once', () => {
    const { project: shared, node } = addCall(project, 'dense', at)
    const { params, called } = commonParams(shared, ['input', 'dense', node])
    expect(called).toEqual(['dense'])
    expect(Object.keys(params)).toContain('units')
  })
})
