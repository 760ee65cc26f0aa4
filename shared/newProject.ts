import { currentFormat, type Project, projectSchema } from './project.ts'

/** An empty document with an id of its own and every setting at its default. */
export const newProject = (name: string): Project =>
  projectSchema.parse({
    format: currentFormat,
    id: crypto.randomUUID(),
    name,
    layers: {},
    nodes: {},
    edges: [],
  })
