import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { cli, cliFolder } from './cli.test-support.ts'

const at = cliFolder()
const fixture = (name: string) => resolve(import.meta.dirname, '../../shared/fixtures/keras', name)

describe('Keras code on the command line', () => {
  it('becomes a project whose code is the same model', async () => {
    const { code, json } = await cli('import', fixture('siamese.py'), at('siamese.loom'), '--json')
    expect(code).toBe(0)
    expect(json).toMatchObject({ layers: 5, parameters: { total: 817 }, findings: [], notRead: [] })
    const written = await cli('code', at('siamese.loom'), '--json')
    expect(written.json['code']).toContain('absolute = keras.ops.abs(subtract)')
    await writeFile(at('again.json'), (await cli('code', at('siamese.loom'), '--as', 'json')).stdout)
    const again = await cli('import', at('again.json'), at('again'), '--json')
    expect(again.json).toMatchObject({ layers: 5, parameters: { total: 817 }, findings: [] })
  })

  it('does not overwrite a project unless told to', async () => {
    await cli('import', fixture('mlp.py'), at('kept.loom'))
    const kept = await readFile(at('kept.loom'), 'utf8')
    expect((await cli('import', fixture('cnn.py'), at('kept.loom'))).code).toBe(1)
    expect(await readFile(at('kept.loom'), 'utf8')).toBe(kept)
    expect((await cli('import', fixture('cnn.py'), at('kept.loom'), '--force')).code).toBe(0)
  })

  it('says why a file is no model, and what to do with files of weights', async () => {
    const weights = await cli('import', 'model.h5', at('x.loom'), '--json')
    expect(weights.code).toBe(1)
    expect(weights.json['error']).toMatchObject({ code: 'codeWeightsFile' })
    expect(weights.stderr).toContain('model.to_json()')
    await writeFile(at('notes.py'), 'print(1)\n')
    expect((await cli('import', at('notes.py'), at('x.loom'), '--json')).json['error']).toMatchObject({
      code: 'codeNoModel',
    })
  })
})
