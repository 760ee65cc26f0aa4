import type { AppContract } from '../../shared/contract.ts'
import type { Handlers } from '../../shared/rpc.ts'
import type { Language } from '../../shared/words.ts'
import type { Client } from './client.ts'
import type { JsonFile } from './files/jsonFile.ts'
import { blockHandlers } from './handlers/blockHandlers.ts'
import { dataHandlers } from './handlers/dataHandlers.ts'
import { fileHandlers } from './handlers/fileHandlers.ts'
import { packHandlers } from './handlers/packHandlers.ts'
import { projectHandlers } from './handlers/projectHandlers.ts'
import { runHandlers } from './handlers/runHandlers.ts'
import { viewHandlers } from './handlers/viewHandlers.ts'
import type { Services } from './services.ts'
import type { Preferences } from '../../shared/contract.ts'

/** Everything the contract promises, for one client. */
export const createHandlers = (
  services: Services,
  client: Client,
  preferences: JsonFile<Preferences>,
  language: Language,
): Handlers<AppContract> => ({
  appInfo: async () => ({
    version: services.version,
    host: client.host.kind,
    language,
    preferences: await preferences.read(),
  }),
  setPreferences: async (_, changes) => {
    await preferences.change((known) => ({ ...known, ...changes }))
  },
  ...fileHandlers(services, client),
  ...projectHandlers(services, client),
  ...packHandlers(services, client),
  ...blockHandlers(services),
  ...dataHandlers(services, client),
  ...viewHandlers(services, client),
  ...runHandlers(services, client),
})
