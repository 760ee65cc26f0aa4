import {
  Blend,
  CircleHelp,
  Grid3x3,
  Layers,
  LogIn,
  LogOut,
  type LucideIcon,
  Merge,
  RefreshCw,
  Shapes,
} from 'lucide-react'
import type { Category } from '../../../shared/layers/define.ts'

/** The icon of each category of layers, and of layers this version doesn't know. */
export const categoryIcon: Readonly<Record<Category | 'unknown', LucideIcon>> = {
  input: LogIn,
  output: LogOut,
  core: Layers,
  convolution: Grid3x3,
  recurrent: RefreshCw,
  merge: Merge,
  shape: Shapes,
  regularise: Blend,
  unknown: CircleHelp,
}
