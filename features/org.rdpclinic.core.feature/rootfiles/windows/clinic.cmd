@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Starts RDP Clinic from the product folder that this file lies in: finds a Java, and starts Equinox with it.
setlocal EnableExtensions DisableDelayedExpansion
for %%P in ("%~dp0.") do set "PRODUCT=%%~fP"

set "JAVA="
if defined JAVA_HOME call :look "%JAVA_HOME%"
if not defined JAVA for %%J in (java.exe) do if not "%%~dp$PATH:J"=="" call :look "%%~dp$PATH:J.."
for %%F in (
  "%ProgramFiles%\Eclipse Adoptium" "%ProgramFiles%\Java" "%ProgramFiles%\Microsoft" "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\Zulu" "%ProgramFiles%\BellSoft" "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
) do if not defined JAVA for /d %%D in ("%%~F\*") do call :look "%%~D"
if not defined JAVA (
  echo RDP Clinic needs Java 21 or newer: install one, or set JAVA_HOME to it. 1>&2
  exit /b 4
)

pushd "%PRODUCT%\plugins"
for %%J in (org.eclipse.equinox.launcher_*.jar) do set "LAUNCHER=%PRODUCT%\plugins\%%J"
for %%J in (org.eclipse.osgi_*.jar) do set "FRAMEWORK=%PRODUCT%\plugins\%%J"
for %%J in (org.rdpclinic.cli_*.jar) do set "NAME=%%~nJ-%JAVA_ID%"
popd

rem Equinox starts several times as fast from a configuration that it has seen before, with an archive of its classes.
rem Both are made at the first start, in the product's folder or else in the user's, and from then on only read.
set "PREPARED="
for %%C in ("%PRODUCT%\prepared" "%LOCALAPPDATA%\RDPClinic\prepared") do (
  if not defined PREPARED if exist "%%~C\%NAME%\classes.jsa" set "PREPARED=%%~C\%NAME%"
)
if not defined PREPARED call :prepare "%PRODUCT%\prepared"
if not defined PREPARED call :prepare "%LOCALAPPDATA%\RDPClinic\prepared"
if not defined PREPARED (
  echo RDP Clinic could not make ready for its first start in %LOCALAPPDATA%\RDPClinic. 1>&2
  exit /b 4
)

rem Equinox would take arguments such as -clean for its own, and a batch file that takes its arguments apart loses some
rem of them: they go on whole, and the application takes them apart.
set RDPCLINIC_COMMAND_LINE=%*
set "ARCHIVE=-XX:SharedArchiveFile=%PREPARED%\classes.jsa"
rem Bundles of third parties are installed into a folder of this process alone, over the one that is only read.
set "GUESTS=%LOCALAPPDATA%\RDP Clinic"
if defined RDPCLINIC_HOME set "GUESTS=%RDPCLINIC_HOME%"
if exist "%GUESTS%\dropins\*.jar" goto guests
call :equinox "%PREPARED%\configuration" "%ARCHIVE%" "-Dosgi.configuration.area.readOnly=true"
exit /b %ERRORLEVEL%

:guests
rem A folder whose files are in use cannot be renamed: what can be was left behind by a process that was killed.
for /d %%D in ("%TEMP%\rdpclinic-area-*") do ren "%%~D" "%%~nxD.left" 2>nul && rd /s /q "%%~D.left" 2>nul
set "AREA=%TEMP%\rdpclinic-area-%RANDOM%%RANDOM%"
md "%AREA%" 2>nul
set "SHARED=-Dosgi.sharedConfiguration.area=file:%PREPARED%\configuration/"
call :equinox "%AREA%" "%ARCHIVE%" "%SHARED%" -Dosgi.configuration.cascaded=true
set "STATUS=%ERRORLEVEL%"
rd /s /q "%AREA%" 2>nul
exit /b %STATUS%

rem Takes the Java in a folder if it is new enough.
:look
if defined JAVA goto :eof
if not exist "%~1\bin\java.exe" goto :eof
if not exist "%~1\release" goto :eof
set "JAVA_ID="
set "MAJOR=0"
set "VERSION="
for /f "usebackq tokens=1,* delims==" %%A in ("%~1\release") do (
  if "%%A"=="JAVA_VERSION" set "VERSION=%%~B"
  if "%%A"=="JAVA_RUNTIME_VERSION" set "JAVA_ID=%%~B"
)
for /f "delims=.-+_" %%V in ("%VERSION%") do set "MAJOR=%%V"
if %MAJOR% GEQ 21 set "JAVA=%~1\bin\java.exe"
goto :eof

rem Makes the configuration and the archive in a new folder, which gets its name when both are whole.
:prepare
set "NEW=made-%RANDOM%%RANDOM%"
md "%~1\%NEW%\configuration" 2>nul
if not exist "%~1\%NEW%\configuration" goto :eof
xcopy "%PRODUCT%\configuration" "%~1\%NEW%\configuration" /e /i /q /y >nul 2>nul
set RDPCLINIC_COMMAND_LINE=--version
call :equinox "%~1\%NEW%\configuration" "-XX:ArchiveClassesAtExit=%~1\%NEW%\classes.jsa" <nul >nul 2>nul
if exist "%~1\%NEW%\classes.jsa" ren "%~1\%NEW%" "%NAME%" 2>nul
if exist "%~1\%NEW%" rd /s /q "%~1\%NEW%"
if exist "%~1\%NAME%\classes.jsa" set "PREPARED=%~1\%NAME%"
goto :eof

rem Starts Equinox with a configuration folder and up to three more options for Java.
:equinox
"%JAVA%" -Xshare:auto -Xlog:disable -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData %2 %3 %4 ^
  -Dosgi.frameworkParentClassloader=app "-Dosgi.install.area=file:%PRODUCT%/" "-Dosgi.configuration.area=file:%~1/" ^
  -Dosgi.instance.area=@none -Dosgi.user.area=@none -cp "%LAUNCHER%;%FRAMEWORK%" org.eclipse.equinox.launcher.Main
exit /b %ERRORLEVEL%
