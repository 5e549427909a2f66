@echo off
rem Starts Kvarter from the folder this file lies in. Any arguments go to the program: kvarter --help lists them.
rem   JAVA_HOME              which Java to use; otherwise the one on the PATH
rem   KVARTER_JAVA_OPTIONS   further options for Java, such as -Xmx8g
setlocal
for %%I in ("%~dp0..") do set "KVARTER_IMAGE=%%~fI"

set "JAVA=java"
if not defined JAVA_HOME goto find
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto version
>&2 echo kvarter: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it. Set it to a Java of version 17 or newer, or unset it.
exit /b 3

:find
where /q java
if not errorlevel 1 goto version
>&2 echo kvarter: there is no Java on this machine. Install Java 17 or newer.
exit /b 3

:version
set "JAVA_MAJOR="
set "NEWER="
for /f "tokens=3" %%V in ('call "%JAVA%" -version 2^>^&1 ^| findstr /c:" version "') do (
  for /f "delims=.-+ tokens=1" %%M in ("%%~V") do set "JAVA_MAJOR=%%M"
)
if not defined JAVA_MAJOR goto start
rem Newer Java warns about libraries that load native code or use Unsafe, unless told that this is meant.
if %JAVA_MAJOR% GEQ 24 set "NEWER=--enable-native-access=ALL-UNNAMED,javafx.graphics --sun-misc-unsafe-memory-access=allow"
if %JAVA_MAJOR% GEQ 17 goto start
>&2 echo kvarter: %JAVA% is Java %JAVA_MAJOR%, and Kvarter needs 17 or newer. Point JAVA_HOME to a newer one.
exit /b 3

:start
set "MORE="
if exist "%KVARTER_IMAGE%\lib\epsg" set MORE=-DEPSG-HSQL.directory="%KVARTER_IMAGE%\lib\epsg"
rem Class-data sharing: an archive fits the Java and the place it was made for.
rem On few processors the optimising compiler, and the collector that works alongside, would take one of them just when a district is opened.
if not defined NUMBER_OF_PROCESSORS set "NUMBER_OF_PROCESSORS=8"
if %NUMBER_OF_PROCESSORS% LEQ 4 set MORE=%MORE% -XX:TieredStopAtLevel=1 -XX:+UseParallelGC
set "ARCHIVE="
set "HOME_OF_ARCHIVE="
pushd "%KVARTER_IMAGE%\lib"
for %%A in (kvarter-*.jsa) do set "ARCHIVE=%%~fA"
if defined ARCHIVE set /p HOME_OF_ARCHIVE=<"%ARCHIVE%.home"
popd
if "%HOME_OF_ARCHIVE%"=="%KVARTER_IMAGE%" set MORE=%MORE% -XX:SharedArchiveFile="%ARCHIVE%" -Xshare:auto
"%JAVA%" --module-path "%KVARTER_IMAGE%\lib\javafx" --add-modules javafx.controls,javafx.graphics ^
  -XX:MaxRAM=50g -XX:MaxRAMPercentage=60 -Xlog:disable -Xlog:all=error:stderr -Dfile.encoding=UTF-8 -Djava.awt.headless=true -Dprism.forceGPU=true ^
  -Dkvarter.home="%KVARTER_IMAGE%" %MORE% %NEWER% %KVARTER_JAVA_OPTIONS% ^
  -cp "%KVARTER_IMAGE%\lib\kvarter.jar" org.kvarter.app.Main %*
exit /b %ERRORLEVEL%
