import { modelNames, uniqueName } from '../../../shared/names.ts'
import type { Project } from '../../../shared/project.ts'

/** A name tfjs accepts for tensors: ASCII letters, digits, `-`, `.` and `_`, a letter or digit first. */
const clean = (name: string, fallback: string) => {
  const kept = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^[^A-Za-z0-9]+/, '')
  return /[A-Za-z0-9]/.test(kept) ? kept : fallback
}

/** Names for tfjs layers, which stand in saved models: the document's own where tfjs accepts them, all different. */
export const createTfjsNames = (project: Project) => {
  const taken = new Set<string>()
  const claim = (base: string) => {
    // tfjs looks layers up in plain objects, where the names of their own methods are found before any layer is.
    const name = uniqueName(base, (candidate) => taken.has(candidate) || candidate in Object.prototype)
    taken.add(name)
    return name
  }
  const { inputs, layers } = modelNames(project)
  const inputNames = new Map([...inputs].map(([id, name]) => [id, claim(clean(name, 'input'))]))
  const layerNames = new Map(
    [...layers].map(([id, name]) => [id, claim(clean(name, clean(project.layers[id]?.type ?? '', 'layer')))]),
  )
  const used = new Set<string>()
  const shared = new Map<string, string>()
  const layer = (id: string) => layerNames.get(id) ?? id
  const call = (id: string) => {
    if (used.has(id)) return claim(layer(id))
    used.add(id)
    return layer(id)
  }
  return {
    input: (nodeId: string) => inputNames.get(nodeId) ?? nodeId,
    /** The one name of a step with weights, in every call of its layer. */
    shared: (id: string, step: string) => {
      const key = `${id}\u0000${step}`
      const name = shared.get(key) ?? call(id)
      shared.set(key, name)
      return name
    },
    /** A name for one call alone: the layer's own for the first, numbered ones after it. */
    call,
  }
}
