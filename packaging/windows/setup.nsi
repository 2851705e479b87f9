; The installer for Windows: for one user, without administrator rights; projects open by a double click.
; makensis -DVERSION=0.1.0 -DCONTENT=build\bundle\palette-studio -DTARGET=setup.exe -DROOT=. setup.nsi

Unicode true
SetCompressor /SOLID lzma
RequestExecutionLevel user
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define TITLE "Palette Studio"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\PaletteStudio"
!define TYPE "PaletteStudio.project"

Name "${TITLE}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\Palette Studio"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
ManifestDPIAware true
BrandingText "${TITLE} ${VERSION}"

!define MUI_ICON "${ROOT}/build/icons/palette-studio.ico"
!define MUI_UNICON "${ROOT}/build/icons/palette-studio.ico"
!define MUI_FINISHPAGE_RUN "$INSTDIR\palette-studio.exe"
!insertmacro MUI_PAGE_LICENSE "${ROOT}/LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "German"

Section "Palette Studio"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; of an older version
  File /r "${CONTENT}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\palette-studio.exe"

  WriteRegStr HKCU "Software\Classes\.palettestudio" "" "${TYPE}"
  WriteRegStr HKCU "Software\Classes\${TYPE}" "" "Palette Studio project"
  WriteRegStr HKCU "Software\Classes\${TYPE}\DefaultIcon" "" "$INSTDIR\palette-studio.exe,0"
  WriteRegStr HKCU "Software\Classes\${TYPE}\shell\open\command" "" '"$INSTDIR\palette-studio.exe" "%1"'
  WriteRegStr HKCU "Software\Classes\Applications\palette-studio.exe\shell\open\command" "" \
    '"$INSTDIR\palette-studio.exe" "%1"' ; so that photos offer it under "Open with"
  WriteRegStr HKCU "Software\Classes\Applications\palette-studio.exe" "FriendlyAppName" "${TITLE}"

  WriteRegStr HKCU "${KEY}" "DisplayName" "${TITLE}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\palette-studio.exe"
  WriteRegStr HKCU "${KEY}" "Publisher" "Palette Studio contributors"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)' ; icons and types are read anew
SectionEnd

Section "Uninstall" ; settings, recovered work and the palette library stay: they are the user's
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\palette-studio.exe"
  Delete "$INSTDIR\palette-studio-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  DeleteRegKey HKCU "Software\Classes\.palettestudio"
  DeleteRegKey HKCU "Software\Classes\${TYPE}"
  DeleteRegKey HKCU "Software\Classes\Applications\palette-studio.exe"
  DeleteRegKey HKCU "${KEY}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
