import iconv from 'iconv-lite'
import type { Page } from '@playwright/test'
import { expect, test } from './servedApp.ts'

/** A file as Korean offices make them: CP949, a title, a header of two rows, units, thousands marks, a total at the end. */
const officeTable = (): Buffer => {
  const rows = Array.from({ length: 240 }, (_, row) =>
    [
      ['서울', '부산', '똠방각하'][row % 3],
      `2023.${String((row % 12) + 1).padStart(2, '0')}.${String((row % 28) + 1).padStart(2, '0')}.`,
      `"${(1000 + row * 37).toLocaleString('en-US')}"`,
      String((row % 40) + 1),
      row % 9 === 0 ? '결측' : String(row * 3),
      row % 7 === 0 ? '무응답' : row % 2 ? '예' : '아니오',
    ].join(','),
  )
  const head = ['2023년 매출 현황,,,,,', '지점,기간,매출,,고객,', ',,금액,직원,수,응답', ',,천원,명,명,']
  return iconv.encode([...head, ...rows, '합계,,"1,234,567",999,,', ''].join('\r\n'), 'cp949')
}

/** Drops a file on the window as the system does. */
const dropFile = async (page: Page, name: string, bytes: Buffer): Promise<void> => {
  const dataTransfer = await page.evaluateHandle(
    ([file, content]) => {
      const transfer = new DataTransfer()
      const data = Uint8Array.from(atob(content), (character) => character.charCodeAt(0))
      transfer.items.add(new File([data], file, { type: 'text/csv' }))
      return transfer
    },
    [name, bytes.toString('base64')] as const,
  )
  for (const event of ['dragenter', 'dragover', 'drop'])
    await page.getByRole('main').dispatchEvent(event, { dataTransfer })
}

test('a CP949 file with Korean headers: every guess about it is seen, changed, and taken back', async ({
  page,
  app,
}) => {
  await page.goto(app.address)
  await expect(page.getByRole('button', { name: /New from CSV/ })).toBeVisible()
  await dropFile(page, '매출.csv', officeTable())
  const dialog = page.getByRole('dialog')
  await dialog
    .getByRole('row', { name: /^고객 응답/ })
    .getByRole('checkbox')
    .nth(1)
    .check({ force: true })
  await dialog.getByRole('button', { name: 'Create model' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('navigation', { name: 'Workspaces' }).getByText('Data', { exact: true }).click()

  // What was found out, and what was left out, is told.
  const main = page.getByRole('main')
  const chip = (part: string) => main.getByRole('button', { name: new RegExp(`^${part}:`) })
  await expect(main.getByText('240 rows × 6 columns')).toBeVisible()
  await expect(chip('Encoding')).toHaveText('EncodingKorean (CP949)')
  await expect(chip('Header')).toHaveText('HeaderFirst 2 rows')
  await expect(chip('Lines above')).toHaveText('Lines above1 line')
  await expect(main.getByText('Line 4: 천원 · 명 · 명')).toBeVisible()
  await expect(main.getByText('Line 245: 합계 · 1,234,567 · 999')).toBeVisible()
  await expect(main.getByText('똠방각하').first()).toBeVisible()

  // A missing mark of the user's own, in place and without losing the list.
  await chip('Missing').click()
  await page.getByRole('textbox', { name: 'Another mark' }).fill('무응답')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Take 무응답 out' })).toBeVisible()
  await expect(chip('Missing')).toHaveText('Missing26 marks')
  await page.keyboard.press('Escape')
  await expect(main.getByText('무응답')).toHaveCount(0)

  // The row of totals kept, a column read as text, and both undone.
  await chip('Totals').click()
  await page.getByRole('menuitem', { name: 'Kept' }).click()
  await expect(main.getByText('241 rows × 6 columns')).toBeVisible()
  await main.getByText('매출 직원', { exact: true }).first().click()
  await chip('Type').click()
  await page.getByRole('menuitem', { name: 'Category' }).click()
  await expect(chip('Type')).toHaveText('Category')
  await page.keyboard.press('Control+z')
  await expect(chip('Type')).toHaveText('Number')
  await page.keyboard.press('Control+z')
  await expect(main.getByText('240 rows × 6 columns')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(chip('Missing')).toHaveText('MissingUsual marks')
})
