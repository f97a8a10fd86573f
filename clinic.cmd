@echo off
rem SPDX-License-Identifier: EPL-2.0
rem Runs RDP Clinic from its source tree: builds the product where it is missing, and starts it. After a change of the
rem sources the product is built again with: mvn package -DproductOnly
setlocal EnableExtensions DisableDelayedExpansion
set "PRODUCT=%~dp0releng\org.rdpclinic.headless\target\products\org.rdpclinic.headless\win32\win32\x86_64"
if exist "%~dp0releng\org.rdpclinic.headless\target\product.stamp" goto start
for %%M in (mvn.cmd) do if "%%~$PATH:M"=="" (
  echo RDP Clinic is built with Maven 3.9.9 or newer: install it and put it on the search path. 1>&2
  exit /b 4
)
echo Building RDP Clinic (first start, about a minute)... 1>&2
if not exist "%~dp0.build" md "%~dp0.build"
call mvn.cmd -B -q -f "%~dp0pom.xml" -DproductOnly package <nul >"%~dp0.build\build.log" 2>&1
if not exist "%~dp0releng\org.rdpclinic.headless\target\product.stamp" (
  echo RDP Clinic could not be built; the details are in "%~dp0.build\build.log". 1>&2
  exit /b 4
)
:start
"%PRODUCT%\clinic.cmd" %*
