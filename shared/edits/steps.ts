import { stepSchema } from '../prep/steps/step.ts'
import type { Project } from '../project.ts'
import { checked } from './check.ts'

/** A step as the document holds it, of a kind that this version knows or not. */
export type StepEntry = Project['data']['steps'][number]

const withSteps = (project: Project, steps: readonly StepEntry[]): Project => ({
  ...project,
  data: { ...project.data, steps: [...steps] },
})

/** Adds a step after all others. Throws `valueInvalid`. */
export const addStep = (project: Project, step: StepEntry): Project =>
  withSteps(project, [...project.data.steps, checked(stepSchema, step, 'step')])

/** Puts another step, or the same with other settings, in place of one. Throws `valueInvalid`. */
export const setStep = (project: Project, index: number, step: StepEntry): Project => {
  const before = project.data.steps[index]
  if (!before || before === step || JSON.stringify(before) === JSON.stringify(step)) return project
  return withSteps(project, project.data.steps.with(index, checked(stepSchema, step, 'step')))
}

/** Switches a step off, or on again. */
export const switchStep = (project: Project, index: number): Project => {
  const step = project.data.steps[index]
  if (!step) return project
  const { off, ...rest } = step
  return withSteps(
    project,
    project.data.steps.with(index, (off ? rest : { ...rest, off: true }) as StepEntry),
  )
}

/** Moves a step to a place among the others, counted without it. */
export const moveStep = (project: Project, from: number, to: number): Project => {
  const { steps } = project.data
  const step = steps[from]
  const place = Math.max(0, Math.min(steps.length - 1, to))
  if (!step || place === from) return project
  const others = steps.toSpliced(from, 1)
  return withSteps(project, others.toSpliced(place, 0, step))
}

/** Takes a step out of the document. */
export const removeStep = (project: Project, index: number): Project =>
  project.data.steps[index] ? withSteps(project, project.data.steps.toSpliced(index, 1)) : project
