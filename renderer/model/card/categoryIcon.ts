import {
  Blend,
  Boxes,
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
import type { CardCategory } from './nodeCard.ts'

/** The icon of each category of layers, of layers this version doesn't know, and of blocks. */
export const categoryIcon: Readonly<Record<CardCategory, LucideIcon>> = {
  input: LogIn,
  output: LogOut,
  core: Layers,
  convolution: Grid3x3,
  recurrent: RefreshCw,
  merge: Merge,
  shape: Shapes,
  regularise: Blend,
  unknown: CircleHelp,
  block: Boxes,
}
