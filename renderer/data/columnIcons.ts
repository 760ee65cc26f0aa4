import {
  Calendar,
  CircleDashed,
  Equal,
  Fingerprint,
  Hash,
  ListOrdered,
  LogIn,
  LogOut,
  type LucideIcon,
  Split,
  Tags,
  Type,
} from 'lucide-react'
import type { ColumnType } from '../../shared/table.ts'
import type { RoleKind } from './columnUses.ts'

/** The icon of each column type. */
export const typeIcon: Readonly<Record<ColumnType, LucideIcon>> = {
  number: Hash,
  category: Tags,
  text: Type,
  date: Calendar,
  sequence: ListOrdered,
  id: Fingerprint,
  constant: Equal,
}

/** The icon of each role; inputs and outputs have their nodes'. */
export const roleIcon: Readonly<Record<RoleKind, LucideIcon>> = {
  none: CircleDashed,
  input: LogIn,
  output: LogOut,
  several: Split,
}
