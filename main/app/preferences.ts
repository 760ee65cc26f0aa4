import { join } from 'node:path'
import { type Preferences, preferencesSchema } from '../../shared/contract.ts'
import { type JsonFile, jsonFile } from './files/jsonFile.ts'

/** What the user set, in the app's own folder. */
export const preferencesFile = (appData: string): JsonFile<Preferences> =>
  jsonFile(join(appData, 'preferences.json'), preferencesSchema, {})
