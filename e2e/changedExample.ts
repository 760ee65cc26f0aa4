import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'

const repository = path.resolve(import.meta.dirname, '..')
const example = path.join(repository, 'examples/credit-card')

/** As much of a project's file as tests change. */
export interface Loom {
  layers: Record<string, { type: string; name: string; params: Record<string, unknown> }>
  nodes: Record<string, unknown>
  edges: { from: string; out: string; to: string; in: string }[]
}

/** Opens a file below the app's root from the start page. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Open project/ }).click()
  await page.getByRole('dialog').getByText(name, { exact: true }).dblclick()
}

/** Puts the credit card example, changed, below the app's root, and opens it there. */
export async function openChanged(
  page: Page,
  root: string,
  change: (project: Loom) => void,
  withData = true,
): Promise<void> {
  mkdirSync(path.join(root, 'data'), { recursive: true })
  const project = JSON.parse(readFileSync(path.join(example, 'project.loom'), 'utf8')) as Loom
  change(project)
  writeFileSync(path.join(root, 'cards.loom'), JSON.stringify(project))
  if (withData)
    writeFileSync(
      path.join(root, 'data/creditcard.csv'),
      readFileSync(path.join(example, 'data/creditcard.csv')),
    )
  else rmSync(path.join(root, 'data'), { recursive: true })
  await openFile(page, 'cards.loom')
}

/** Goes to a workspace. */
export const go = (page: Page, workspace: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Workspaces' }).getByText(workspace, { exact: true }).click()
