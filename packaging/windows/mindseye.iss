; The installer for Windows: iscc /DVersion=1.2.3 packaging\windows\mindseye.iss
; For one user, so no administrator is asked for; it changes no file association unless the user wishes.

#ifndef Version
  #error Give the version: iscc /DVersion=1.2.3 mindseye.iss
#endif

#define Name "Mindseye"
#define Program "Mindseye.exe"
#define Root "..\.."

[Setup]
AppId={{6B0D3C5E-6C0B-4B52-9C62-6D696E647365}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=the Mindseye authors
DefaultDirName={autopf}\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
LicenseFile={#Root}\LICENSE
SetupIconFile={#Root}\resources\icons\mindseye.ico
UninstallDisplayIcon={app}\{#Program}
OutputBaseFilename=Mindseye-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
ChangesAssociations=yes
CloseApplications=yes

[Languages]
Name: "english"; MessagesFile: "compiler:Default.isl"
Name: "german"; MessagesFile: "compiler:Languages\German.isl"

[CustomMessages]
english.DesktopIcon=Put an icon on the desktop
german.DesktopIcon=Ein Symbol auf den Desktop legen
english.OpenWith=Offer Mindseye in "Open with" for pictures
german.OpenWith=Mindseye unter „Öffnen mit“ für Bilder anbieten
english.Folders=Offer Mindseye in the menu of folders
german.Folders=Mindseye im Menü von Ordnern anbieten
english.FindPictures=Find pictures with Mindseye
german.FindPictures=Bilder mit Mindseye finden

[Tasks]
Name: "desktopicon"; Description: "{cm:DesktopIcon}"; Flags: unchecked
Name: "openwith"; Description: "{cm:OpenWith}"; Flags: unchecked
Name: "folders"; Description: "{cm:Folders}"; Flags: unchecked

[InstallDelete]
; Files of the version before, which this one may not have any more.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Root}\build\dist\mindseye\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Program}"; AppUserModelID: "Mindseye.Mindseye"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\Mindseye.Picture"; ValueType: string; ValueData: "Picture"; Flags: uninsdeletekey; Tasks: openwith
Root: HKA; Subkey: "Software\Classes\Mindseye.Picture\shell\open\command"; ValueType: string; ValueData: """{app}\{#Program}"" --open ""%1"""; Tasks: openwith
#define Associate(str Suffix) \
  'Root: HKA; Subkey: "Software\Classes\' + Suffix + '\OpenWithProgids"; ValueType: string; ValueName: "Mindseye.Picture"; ValueData: ""; Flags: uninsdeletevalue; Tasks: openwith'
#emit Associate(".jpg")
#emit Associate(".jpeg")
#emit Associate(".png")
#emit Associate(".webp")
#emit Associate(".tif")
#emit Associate(".tiff")
#emit Associate(".gif")
#emit Associate(".bmp")
#emit Associate(".heic")
#emit Associate(".heif")
#emit Associate(".avif")
#emit Associate(".jp2")
#emit Associate(".jxl")
#emit Associate(".dng")
#emit Associate(".cr2")
#emit Associate(".cr3")
#emit Associate(".nef")
#emit Associate(".arw")
#emit Associate(".raf")
#emit Associate(".orf")
#emit Associate(".rw2")
Root: HKA; Subkey: "Software\Classes\Directory\shell\Mindseye"; ValueType: string; ValueData: "{cm:FindPictures}"; Flags: uninsdeletekey; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Directory\shell\Mindseye"; ValueType: string; ValueName: "Icon"; ValueData: "{app}\{#Program}"; Tasks: folders
Root: HKA; Subkey: "Software\Classes\Directory\shell\Mindseye\command"; ValueType: string; ValueData: """{app}\{#Program}"" --open ""%1"""; Tasks: folders

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
