import { Search } from 'lucide-react'
import { Autocomplete, Input, Menu, MenuItem, TextField, useFilter } from 'react-aria-components'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { commandStore } from '../store/commands.ts'
import { showDialog } from '../store/session.ts'
import { Kbd } from '../ui/feedback/Kbd.tsx'
import styles from './CommandPalette.module.css'

/** Every command, found by typing. */
export function CommandPalette() {
  const { t } = useTranslation()
  const { contains } = useFilter({ sensitivity: 'base' })
  const offers = useStore(commandStore, (state) => state.offers)
  const commands = [...offers.values()]
    .flat()
    .filter(({ id, isEnabled }) => id !== 'app.palette' && isEnabled !== false)
  const close = () => showDialog(null)
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && close()}
      className={styles['overlay'] ?? ''}
    >
      <Modal className={styles['modal'] ?? ''}>
        <Dialog aria-label={t('app.palette.title')} className={styles['dialog'] ?? ''}>
          <Autocomplete filter={contains}>
            <TextField aria-label={t('app.palette.title')} autoFocus className={styles['search'] ?? ''}>
              <Search aria-hidden />
              <Input placeholder={t('app.palette.placeholder')} className={styles['input'] ?? ''} />
            </TextField>
            {/* Arrow keys reach every line from the field; Tab reaches the list itself, to scroll it. */}
            <div className={styles['list']} role="group" aria-label={t('app.palette.list')} tabIndex={0}>
              <Menu
                aria-label={t('app.palette.title')}
                className={styles['lines'] ?? ''}
                renderEmptyState={() => <p className={styles['empty']}>{t('app.palette.empty')}</p>}
              >
                {commands.map(({ id, label, group, shortcut, run }) => (
                  <MenuItem
                    key={id}
                    id={id}
                    textValue={`${group} ${label}`}
                    className={styles['item'] ?? ''}
                    onAction={() => {
                      close()
                      // After the palette has given the focus back.
                      setTimeout(run)
                    }}
                  >
                    <span className={styles['group']}>{group}</span>
                    <span>{label}</span>
                    {shortcut && <Kbd shortcut={shortcut} />}
                  </MenuItem>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
