import { createContext, useCallback, useContext, useEffect, useState, type ReactNode } from 'react'
import { I18nProvider } from 'react-aria-components'

export type Language = 'vi' | 'en'

/** What is said, in both languages, where it is said. */
export interface Say {
  (vi: string, en: string): string
  (pair: readonly [vi: string, en: string]): string
}

interface Spoken {
  language: Language
  setLanguage: (language: Language) => void
}

const Context = createContext<Spoken>({ language: 'vi', setLanguage: () => undefined })
const KEPT = 'dondoc.language'

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (localStorage.getItem(KEPT) === 'en' ? 'en' : 'vi'))
  useEffect(() => {
    localStorage.setItem(KEPT, language)
    document.documentElement.lang = language
  }, [language])
  return (
    <Context value={{ language, setLanguage }}>
      <I18nProvider locale={language === 'vi' ? 'vi-VN' : 'en-GB'}>{children}</I18nProvider>
    </Context>
  )
}

export function useLanguage(): Spoken {
  return useContext(Context)
}

export function useSay(): Say {
  const { language } = useLanguage()
  return useCallback(
    (said: string | readonly [string, string], en?: string) => {
      const [vi, english] = typeof said === 'string' ? [said, en ?? said] : said
      return language === 'vi' ? vi : english
    },
    [language],
  )
}
