@echo off
rem installer\run [ARGUMENT...]
rem Builds if a source has changed, and starts Kvarter with the arguments; without any it opens the sample district.
setlocal
call "%~dp0setup.cmd" || exit /b 3
set "STALE="
powershell -NoProfile -Command "$built = Get-Item -Force (Join-Path $env:ROOT 'target\kvarter\.built') -ErrorAction SilentlyContinue; if (-not $built) { exit 1 }; $paths = 'pom.xml','installer','src\main','models','datasets' | ForEach-Object { Join-Path $env:ROOT $_ } | Where-Object { Test-Path $_ }; $new = Get-ChildItem -Recurse -Force $paths | Where-Object { $_.LastWriteTime -gt $built.LastWriteTime } | Select-Object -First 1; if ($new) { exit 1 }"
if errorlevel 1 set STALE=1
if not defined STALE goto start
where /q mvn
if errorlevel 1 (
  >&2 echo kvarter: Maven is missing. Install Maven 3.8 or newer and put its bin folder on the PATH.
  exit /b 3
)
>&2 echo kvarter: building; the first time downloads about 150 MB of libraries and tools and takes some minutes
call mvn -q -B -f "%ROOT%\pom.xml" -Dmaven.test.skip=true package 1>&2
if errorlevel 1 (
  >&2 echo kvarter: the build failed; Maven's words are above.
  exit /b 3
)

:start
set "SAMPLE="
if "%~1"=="" set SAMPLE=1
if "%~1"=="open" if "%~2"=="" set SAMPLE=1
if defined SAMPLE (
  call "%ROOT%\target\kvarter\bin\kvarter.cmd" open "%ROOT%\target\kvarter\datasets\kvarter.json"
) else (
  call "%ROOT%\target\kvarter\bin\kvarter.cmd" %*
)
exit /b %ERRORLEVEL%
